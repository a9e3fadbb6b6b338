import { model } from "@medusajs/framework/utils"
import { SUPPRESSION_REASONS } from "../domain/suppression"

/** An address that gets no automatic mail, because mail to it came back. Lifted, it is soft-deleted. */
export const CrmSuppressedAddress = model
  .define("crm_suppressed_address", {
    id: model.id({ prefix: "supp" }).primaryKey(),
    /** Lower case. */
    address: model.text().searchable(),
    reason: model.enum([...SUPPRESSION_REASONS]),
    permanent: model.boolean(),
    /** Failures counted. */
    count: model.number(),
    /** RFC 3463. */
    status: model.text().nullable(),
    /** The server's own words. */
    response: model.text().nullable(),
    first_seen_at: model.dateTime(),
    last_seen_at: model.dateTime(),
    /** Of the latest failure. */
    inbound_mail_id: model.text().nullable(),
    outbound_mail_id: model.text(),
  })
  .indexes([{ on: ["address"], unique: true, where: "deleted_at IS NULL" }])
