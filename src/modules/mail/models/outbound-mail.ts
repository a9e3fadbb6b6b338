import { model } from "@medusajs/framework/utils"
import { OUTBOUND_STATES } from "../domain/outbound-state"
import type { OutboundAttachment, RecipientState } from "../types"

/** The outbox: a mail that must leave, and how far it got. */
export const CrmOutboundMail = model
  .define("crm_outbound_mail", {
    id: model.id({ prefix: "omail" }).primaryKey(),
    /** What asked for it. Unique as a pair: handing over again is a no-op. */
    reference: model.text(),
    reference_id: model.text(),
    /** Mails of one thread leave in the order they were written. */
    thread_id: model.text(),
    account_id: model.text(),
    state: model.enum([...OUTBOUND_STATES]).default("queued"),
    due_at: model.dateTime(),
    /** A held mail does not leave by itself: whoever asked for it lets it go. */
    waits_for_release: model.boolean().default(false),
    attempts: model.number().default(0),
    claimed_by: model.text().nullable(),
    claimed_until: model.dateTime().nullable(),
    sent_at: model.dateTime().nullable(),
    /** The server's own words. */
    last_response: model.text().nullable(),

    from_name: model.text(),
    to: model.json<string[]>(),
    cc: model.json<string[]>(),
    bcc: model.json<string[]>(),
    recipients: model.json<RecipientState[]>(),
    subject: model.text(),
    body_text: model.text(),
    body_html: model.text().nullable(),
    /** Sealed: a one-time code that only its reader may see. Gone once the mail has left. */
    secret: model.text().nullable(),
    /** RFC 5322 Message-ID without brackets, the same at every attempt. */
    message_id: model.text(),
    in_reply_to: model.text().nullable(),
    references: model.json<string[]>(),
    /** Written by the desk itself: leaves with the headers of RFC 3834. */
    is_auto_reply: model.boolean().default(false),
    attachments: model.json<OutboundAttachment[]>(),
    /** Its state has reached whoever asked for it. */
    reported: model.boolean().default(true),
  })
  .indexes([
    { on: ["reference", "reference_id"], unique: true, where: "deleted_at IS NULL" },
    {
      on: ["due_at", "id"],
      where: "state IN ('queued', 'held', 'failed', 'sending') AND deleted_at IS NULL",
    },
    {
      on: ["thread_id", "id"],
      where: "state IN ('queued', 'held', 'failed', 'sending') AND deleted_at IS NULL",
    },
    { on: ["state", "id"], where: "deleted_at IS NULL" },
    { on: ["id"], name: "IDX_crm_outbound_mail_unreported", where: "reported = false" },
  ])
