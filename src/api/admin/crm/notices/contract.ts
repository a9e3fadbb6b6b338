import { z } from "@medusajs/framework/zod"
import {
  MAIL_WISHES,
  type MailWish,
  type NoticeKind,
} from "../../../../modules/helpdesk/domain/notice"
import { id, paging, type Paged } from "../contract"

export const ListNotices = z.strictObject({
  ...paging,
  unread: z.enum(["true", "false"]).optional(),
})
export type ListNotices = z.infer<typeof ListNotices>

/** Some, those of a ticket, or all. */
export const ReadNotices = z.strictObject({
  ids: z.array(id).max(100).optional(),
  ticket_id: id.optional(),
})
export type ReadNotices = z.infer<typeof ReadNotices>

export const UpdateNoticeSettings = z.strictObject({ mail: z.enum(MAIL_WISHES) })
export type UpdateNoticeSettings = z.infer<typeof UpdateNoticeSettings>

export type Notice = {
  id: string
  kind: NoticeKind
  /** Null for the clock and for customers. */
  actor: { id: string; name: string } | null
  ticket: { id: string; number: number; subject: string }
  message_id: string | null
  created_at: string
  read_at: string | null
}

export type NoticesResponse = { notices: Notice[]; unread_count: number } & Paged
export type NoticesReadResponse = { unread_count: number }
/** `can_mail`: the desk has a mail account, or the shop a notification provider for mail. */
export type NoticeSettingsResponse = {
  notice_settings: { mail: MailWish; can_mail: boolean }
}
