import { insertRows, type Sql } from "../../../sql"

/** An automatic answer to a mail that opened a ticket (V-29). */
export type AutoReplyMessage = {
  inbound_mail_id: string
  ticket_id: string
  to: string
  from_name: string
  subject: string
  body_text: string
  /** Message-ID of the mail it answers. */
  in_reply_to: string | null
}

/** The answer's id follows from the mail's, so that writing it again writes nothing. */
const messageIdFor = (inboundMailId: string) => inboundMailId.replace(/^imail_/, "tmsg_")

/** Adds automatic answers to tickets as mail the desk itself sends. They change no status. */
export async function recordAutoReplies(
  sql: Sql,
  replies: AutoReplyMessage[]
): Promise<string[]> {
  const inserted = await insertRows<{ id: string; ticket_id: string }>(
    sql,
    "crm_ticket_message",
    replies.map((reply) => ({
      id: messageIdFor(reply.inbound_mail_id),
      ticket_id: reply.ticket_id,
      kind: "system",
      from_name: reply.from_name,
      to: [reply.to],
      cc: [],
      bcc: [],
      subject: reply.subject,
      body_text: reply.body_text,
      signature_text: "",
      quoted_text: "",
      mail_in_reply_to: reply.in_reply_to,
      mail_references: [],
      problems: [],
      delivery_state: "waiting",
    })),
    "on conflict do nothing returning id, ticket_id"
  )
  if (inserted.length) {
    await sql.raw(
      `update crm_ticket set version = version + 1, updated_at = clock_timestamp()
       where id = any(?)`,
      [inserted.map(({ ticket_id }) => ticket_id)]
    )
  }
  return inserted.map(({ id }) => id)
}
