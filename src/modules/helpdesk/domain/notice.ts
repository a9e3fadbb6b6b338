import type { NoticeTemplateKey } from "./mail-templates"

/** Why an agent is told something. The first of several reasons in this order is the one told. */
export const NOTICE_KINDS = [
  "mentioned",
  "notified",
  "solution",
  "followed_reply",
  "followed_customer",
  "copied",
  "assigned",
  "follow_up_assigned",
  "claim_taken",
  "follow_up_due",
  "ticket_overdue",
  "snooze_ended",
  "reply_asked",
  "reply_cancelled",
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Which notices an agent wants by mail; the bell has them all. */
export const MAIL_WISHES = ["all", "mentions", "none"] as const
export type MailWish = (typeof MAIL_WISHES)[number]

/** What names an agent in person, as against what they watch or own. */
const PERSONAL: readonly NoticeKind[] = ["mentioned", "notified", "copied"]

export const wantsMail = (wish: MailWish, kind: NoticeKind): boolean =>
  wish === "all" || (wish === "mentions" && PERSONAL.includes(kind))

/** The mail of the desk that says it, in the merchant's words (D-30). The others are said in our own. */
const TEMPLATES: Partial<Record<NoticeKind, NoticeTemplateKey>> = {
  assigned: "assignment",
  solution: "watcher",
  followed_reply: "watcher",
  followed_customer: "watcher",
  follow_up_due: "overdue",
  ticket_overdue: "overdue",
}

export const templateOf = (kind: NoticeKind) => TEMPLATES[kind] ?? null

export type NoticeFacts = {
  number: number
  subject: string
  /** Null for the clock and for customers. */
  actor: string | null
}

const TITLES: Record<NoticeKind, (actor: string, number: string) => string> = {
  mentioned: (actor, number) => `${actor} mentioned you on ${number}`,
  notified: (actor, number) => `${actor} wrote a note for you on ${number}`,
  solution: (actor, number) => `${actor} answered ${number}, which you waited for`,
  followed_reply: (actor, number) => `${actor} answered ${number}`,
  followed_customer: (_, number) => `The customer wrote on ${number}`,
  copied: (actor, number) => `${actor} informs you of ${number}`,
  assigned: (actor, number) => `${actor} assigned ${number} to you`,
  follow_up_assigned: (actor, number) => `${actor} gave you a follow-up on ${number}`,
  claim_taken: (actor, number) => `${actor} took over ${number}`,
  follow_up_due: (_, number) => `A follow-up is due on ${number}`,
  ticket_overdue: (_, number) => `${number} is overdue`,
  snooze_ended: (_, number) => `${number} is awake again`,
  reply_asked: (_, number) =>
    `The customer wrote before your scheduled reply on ${number}: send it or take it back`,
  reply_cancelled: (_, number) =>
    `Your scheduled reply on ${number} was not sent: see the ticket`,
}

/**
 * A notice in words, for the bell and for mail. Never a word of the message itself: every admin user
 * may read the bell's records.
 */
export const noticeText = (
  kind: NoticeKind,
  { number, subject, actor }: NoticeFacts
): { title: string; description: string } => ({
  title: TITLES[kind](actor ?? "The desk", `#${number}`),
  description: subject,
})
