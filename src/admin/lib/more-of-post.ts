import type { CreateNote, CreateReply } from "../../api/admin/crm/tickets/contract"

/** What stands beside the text of a reply, under the names of the API. */
export type MoreOfReply = Pick<
  CreateReply,
  "follow_up" | "keep_in_my_tickets" | "send_at" | "order_id" | "skip_rating"
>

/** What stands beside the text of a note. */
export type MoreOfNote = Pick<
  CreateNote,
  "follow_up" | "notify" | "private" | "skip_rating"
>

export type FollowUpDraft = NonNullable<CreateReply["follow_up"]>

/** A change of one field; undefined takes it out. */
export const withMore = <More extends object>(more: More, change: Partial<More>): More =>
  Object.fromEntries(
    Object.entries({ ...more, ...change }).filter(([, value]) => value !== undefined)
  ) as More
