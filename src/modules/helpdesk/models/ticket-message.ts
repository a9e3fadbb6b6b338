import { model } from "@medusajs/framework/utils"
import {
  DELIVERY_STATES,
  HOLDS,
  MESSAGE_KINDS,
  SENDER_CLAIMS,
  type DeliveryFailure,
} from "../domain/message"
import type { OnRelease } from "../types"
import { CrmAttachment } from "./attachment"
import { CrmTicket } from "./ticket"

export const CrmTicketMessage = model
  .define("crm_ticket_message", {
    id: model.id({ prefix: "tmsg" }).primaryKey(),
    ticket: model.belongsTo(() => CrmTicket, { mappedBy: "messages" }),
    /** `system` is mail the desk itself sent; changes are events, not messages. */
    kind: model.enum([...MESSAGE_KINDS]),
    author_id: model.text().nullable(),
    from_name: model.text(),
    from_email: model.text().nullable(),
    to: model.json<string[]>(),
    cc: model.json<string[]>(),
    bcc: model.json<string[]>(),
    subject: model.text().nullable(),
    body_text: model.text(),
    /** Sanitised on the server; shown in a sandboxed frame all the same. */
    body_html: model.text().nullable(),
    signature_text: model.text(),
    /** Of an agent's reply: the formatted signature its mail ends with. */
    signature_html: model.text().nullable(),
    quoted_text: model.text(),
    /** Of a note: where it came from (V-73). */
    source: model.enum(["other", "phone_call", "live_chat"]).nullable(),
    duration_seconds: model.number().nullable(),

    /** The ledger's row it was read from. Unique, so reading a mail again is a no-op. */
    inbound_mail_id: model.text().nullable(),
    /** RFC 5322 Message-ID without angle brackets, of mail in and mail out. */
    mail_message_id: model.text().nullable(),
    /** The mail this one answers: In-Reply-To of mail out. */
    mail_in_reply_to: model.text().nullable(),
    mail_references: model.json<string[]>(),
    /** What kind of machine wrote it, if one did. */
    automated: model
      .enum(["auto_reply", "bounce", "complaint", "bulk", "receipt"])
      .nullable(),
    /** The sender was neither the requester, nor in copy, nor an agent. */
    is_third_party: model.boolean().default(false),
    /** What the mail system in front of us said of the sender (RFC 8601). */
    sender_check: model.enum(["pass", "fail", "none"]).nullable(),
    /** The address is an agent's or one of our own: anyone can write it into a mail. */
    sender_claim: model.enum([...SENDER_CLAIMS]).nullable(),
    /** Where the sender wants answers, when it is not the sender's own address. Shown, never obeyed. */
    reply_to: model.json<string[]>().nullable(),
    /** What was wrong with the mail, shown to the agent. */
    problems: model.json<string[]>(),

    delivery_state: model.enum([...DELIVERY_STATES]).nullable(),
    delivery_error: model.text().nullable(),
    /** Recipients whom it did not reach. */
    delivery_failures: model.json<DeliveryFailure[]>().nullable(),
    /** Why a reply is held back, and until when; null for what has left. */
    hold: model.enum([...HOLDS]).nullable(),
    held_until: model.dateTime().nullable(),
    /** What a scheduled reply does to its ticket when it leaves. */
    on_release: model.json<OnRelease>().nullable(),

    /** Only this agent reads it; the others see that there is something (C-58). */
    private_to_user_id: model.text().nullable(),

    attachments: model.hasMany(() => CrmAttachment, { mappedBy: "message" }),
  })
  .cascades({ delete: ["attachments"] })
  .indexes([
    { on: ["ticket_id", "created_at"], where: "deleted_at IS NULL" },
    { on: ["inbound_mail_id"], unique: true, where: "inbound_mail_id IS NOT NULL" },
    { on: ["mail_message_id"], where: "mail_message_id IS NOT NULL" },
    { on: ["delivery_state"], where: "delivery_state IN ('waiting', 'queued')" },
    { on: ["held_until"], where: "delivery_state = 'held'" },
    { on: ["ticket_id"], name: "IDX_crm_ticket_message_held", where: "hold IS NOT NULL" },
  ])
