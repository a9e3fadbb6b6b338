import { model } from "@medusajs/framework/utils"

/** How far a folder has been read. UIDs mean something only under their UIDVALIDITY (RFC 3501 2.3.1.1). */
export const CrmMailCursor = model
  .define("crm_mail_cursor", {
    id: model.id({ prefix: "mcur" }).primaryKey(),
    account_id: model.text(),
    folder: model.text(),
    /** Unsigned 32 bit, beyond a signed integer: kept as text. */
    uid_validity: model.text(),
    last_uid: model.bigNumber(),
  })
  .indexes([{ on: ["account_id", "folder"], unique: true, where: "deleted_at IS NULL" }])
