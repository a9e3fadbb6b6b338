import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import type { MailWish, NoticeKind } from "../domain/notice"
import { toStoredJson } from "../../../stored-json"

/** What happened, and who is told of it. */
export type NewNotices = {
  ticket_id: string
  kind: NoticeKind
  user_ids: readonly (string | null | undefined)[]
  /** Who did it: nobody is told of what they did themselves. */
  actor_id: string | null
  message_id?: string | null
  /** What makes it one thing: an agent is told of it once, for the first reason that is given. */
  key: string
}

/** Writes down whom to tell, in the transaction of what happened. */
export async function addNotices(sql: Sql, notices: NewNotices): Promise<void> {
  const { user_ids, ...notice } = notices
  const told = [...new Set(user_ids)].filter(
    (id): id is string => Boolean(id) && id !== notices.actor_id
  )

  await insertRows(
    sql,
    "crm_notice",
    told.map((user_id) => ({
      ...notice,
      id: generateEntityId("", "notice"),
      user_id,
      message_id: notice.message_id ?? null,
    })),
    "on conflict do nothing"
  )
}

/** A notice on its way to the Notification module. */
export type DueNotice = {
  id: string
  user_id: string
  kind: NoticeKind
  actor_id: string | null
  ticket_id: string
  number: number
  subject: string
  /** What has passed, of a notice that says so. */
  due_at: Date | null
  mail: MailWish
  attempts: number
}

/** Seconds after which a notice that a killed process had taken is taken up by another. */
const CLAIM_SECONDS = 60

/** Takes notices that nobody was told of yet, oldest first. */
export const claimNotices = (sql: Sql, limit: number): Promise<DueNotice[]> =>
  rowsOf<DueNotice>(
    sql,
    `with claimed as (
       update crm_notice
       set attempts = attempts + 1,
           claimed_until = clock_timestamp() + make_interval(secs => ?)
       where id in (
         select notice.id from crm_notice notice
         where notice.handed_over_at is null and notice.deleted_at is null
           and (notice.claimed_until is null or notice.claimed_until < clock_timestamp())
         order by notice.created_at limit ? for update skip locked
       )
       returning *
     )
     select claimed.id, claimed.user_id, claimed.kind, claimed.actor_id, claimed.attempts,
            ticket.id as ticket_id, ticket.number, ticket.subject,
            case claimed.kind when 'ticket_overdue' then ticket.due_at
                              when 'follow_up_due' then ticket.next_action_due_at end as due_at,
            coalesce(setting.mail, 'all') as mail
     from claimed
     join crm_ticket ticket on ticket.id = claimed.ticket_id
     left join crm_notice_setting setting
       on setting.user_id = claimed.user_id and setting.deleted_at is null
     order by claimed.created_at`,
    [CLAIM_SECONDS, limit]
  )

export type HandedOver = { id: string; error: string | null; again: boolean }

/** Notes what came of telling. One that shall be tried again is taken up after its claim has ended. */
export async function recordHandedOver(sql: Sql, notices: HandedOver[]): Promise<void> {
  await sql.raw(
    `update crm_notice notice
     set handed_over_at = case when told.again then null else clock_timestamp() end,
         last_error = told.error, updated_at = now()
     from json_to_recordset(?::json) as told (id text, error text, again boolean)
     where notice.id = told.id`,
    [toStoredJson(notices)]
  )
}

export type NoticeRow = {
  id: string
  kind: NoticeKind
  actor_id: string | null
  ticket: { id: string; number: number; subject: string }
  message_id: string | null
  created_at: Date
  read_at: Date | null
}

/** An agent's own notices, newest first; those on tickets in the trash wait there with them. */
export async function listNotices(
  sql: Sql,
  userId: string,
  { unread, limit, offset }: { unread: boolean; limit: number; offset: number }
): Promise<{ notices: NoticeRow[]; count: number; unread_count: number }> {
  const from = `from crm_notice notice
     join crm_ticket ticket on ticket.id = notice.ticket_id and ticket.deleted_at is null
     where notice.user_id = ? and notice.deleted_at is null`
  const [notices, [counts]] = await Promise.all([
    rowsOf<NoticeRow>(
      sql,
      `select notice.id, notice.kind, notice.actor_id, notice.message_id, notice.created_at,
              notice.read_at,
              json_build_object('id', ticket.id, 'number', ticket.number,
                                'subject', ticket.subject) as ticket
       ${from} and (not ?::boolean or notice.read_at is null)
       order by notice.created_at desc, notice.id desc limit ? offset ?`,
      [userId, unread, limit, offset]
    ),
    rowsOf<{ all: number; unread: number }>(
      sql,
      `select count(*)::int as all,
              (count(*) filter (where notice.read_at is null))::int as unread ${from}`,
      [userId]
    ),
  ])
  return {
    notices,
    count: unread ? counts.unread : counts.all,
    unread_count: counts.unread,
  }
}

/** Marks an agent's notices as read: some of them, those of a ticket, or all. */
export async function readNotices(
  sql: Sql,
  userId: string,
  { ids, ticket_id }: { ids?: string[]; ticket_id?: string }
): Promise<void> {
  await sql.raw(
    `update crm_notice set read_at = clock_timestamp(), updated_at = now()
     where user_id = ? and read_at is null and deleted_at is null
       and (?::text[] is null or id = any(?::text[]))
       and (?::text is null or ticket_id = ?::text)`,
    [userId, ids ?? null, ids ?? null, ticket_id ?? null, ticket_id ?? null] as string[]
  )
}

export async function mailWishOf(sql: Sql, userId: string): Promise<MailWish> {
  const [row] = await rowsOf<{ mail: MailWish }>(
    sql,
    `select mail from crm_notice_setting where user_id = ? and deleted_at is null`,
    [userId]
  )
  return row?.mail ?? "all"
}

export async function setMailWish(sql: Sql, user_id: string, mail: MailWish) {
  await insertRows(
    sql,
    "crm_notice_setting",
    [{ id: generateEntityId("", "nset"), user_id, mail }],
    `on conflict (user_id) where deleted_at is null
     do update set mail = excluded.mail, updated_at = now()`
  )
}
