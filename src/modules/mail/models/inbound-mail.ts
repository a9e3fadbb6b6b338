import { model } from "@medusajs/framework/utils"
import { INBOUND_STATES } from "../domain/inbound-state"

/** The ledger: one row for every mail the server ever showed us, and how it ended (X-24 AC2). */
export const CrmInboundMail = model
  .define("crm_inbound_mail", {
    id: model.id({ prefix: "imail" }).primaryKey(),
    account_id: model.text(),
    folder: model.text(),
    uid_validity: model.text(),
    /** Unsigned 32 bit (RFC 3501 2.3.1.1), beyond a signed integer: kept as text. */
    uid: model.text().nullable(),
    state: model.enum([...INBOUND_STATES]).default("stored"),
    /** Why it was ignored or quarantined, in a sentence. */
    reason: model.text().nullable(),
    attempts: model.number().default(0),
    size: model.number(),
    sha256: model.text(),
    /** When the server took it in (INTERNALDATE): shown, never used to sort. */
    server_date: model.dateTime().nullable(),

    message_id: model.text().nullable(),
    from_email: model.text().nullable(),
    from_name: model.text().nullable(),
    subject: model.text().nullable(),
    problems: model.json<string[]>().nullable(),
    /** Something is still to be done with it on its server, once it is ticketed or ignored. */
    tidy_pending: model.boolean().default(false),
    duplicate_of_id: model.text().nullable(),
    ticket_id: model.text().nullable(),
    ticket_message_id: model.text().nullable(),
  })
  .indexes([
    // With the bytes: a mailbox that was restored or moved gives a number to another mail.
    {
      on: ["account_id", "folder", "uid_validity", "uid", "sha256"],
      name: "IDX_crm_inbound_mail_place_unique",
      unique: true,
      where: "deleted_at IS NULL",
    },
    { on: ["state", "id"], where: "deleted_at IS NULL" },
    { on: ["account_id", "id"], where: "state = 'stored' AND deleted_at IS NULL" },
    { on: ["account_id", "folder"], where: "tidy_pending AND deleted_at IS NULL" },
    { on: ["message_id"], where: "message_id IS NOT NULL" },
    { on: ["duplicate_of_id"], where: "duplicate_of_id IS NOT NULL" },
    { on: ["created_at", "id"], where: "deleted_at IS NULL" },
  ])
