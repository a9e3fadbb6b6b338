import type { Sql } from "../../../sql"
import { assertLater } from "../domain/later"
import type { Hold } from "../domain/message"
import type { OnRelease } from "../types"
import type { LockedTicket } from "./lock-ticket"
import type { Post, PostedMessage, TicketState } from "./post"
import { stateOf } from "./post-on-ticket"
import { keepUndo } from "./undo"

type Held = {
  hold: Hold
  held_until: string
  delivery_state: "held"
  on_release: OnRelease | null
}

/** A reply waits for its time, or for the seconds in which it can be taken back (E-10). */
export function holdOf(ticket: LockedTicket, post: Post, now: Date): Held | null {
  if (!post.is_mailed || post.kind !== "agent") {
    return null
  }
  if (post.send_at) {
    assertLater(new Date(post.send_at), now, "The reply cannot be sent")

    return {
      hold: "scheduled",
      held_until: post.send_at,
      delivery_state: "held",
      on_release: {
        status_after: post.status_after ?? ticket.status_after_reply,
        keep_in_my_tickets: post.keep_in_my_tickets ?? false,
        if_customer_writes: post.if_customer_writes ?? "ask",
        skip_rating: post.skip_rating ?? false,
      },
    }
  }
  const seconds =
    post.undo_send_seconds === undefined
      ? 0
      : (ticket.undo_send_seconds ?? post.undo_send_seconds)

  return seconds > 0
    ? {
        hold: "undo",
        held_until: new Date(now.getTime() + seconds * 1000).toISOString(),
        delivery_state: "held",
        on_release: null,
      }
    : null
}

/** How long the token lives after the mail was due: who wins is decided by the mail, not by the token. */
const UNDO_GRACE_SECONDS = 3600

export async function keepReplyUndo(
  sql: Sql,
  ticket: LockedTicket,
  post: Post,
  {
    id,
    before,
    event_ids,
    held,
    ...traces
  }: Pick<PostedMessage, "pinned_for" | "copied" | "draft"> & {
    id: string
    before: TicketState
    event_ids: string[]
    held: Held
  }
): Promise<string> {
  const { now, ...after } = await stateOf(sql, ticket.id)
  const secondsHeld = (Date.parse(held.held_until) - now.getTime()) / 1000

  return keepUndo(sql, {
    kind: "reply",
    ticket_id: ticket.id,
    actor: post.actor,
    data: {
      message_id: id,
      before,
      after,
      event_ids,
      ...traces,
      status_after: post.status_after ?? ticket.status_after_reply,
    },
    seconds: Math.ceil(secondsHeld) + UNDO_GRACE_SECONDS,
  })
}
