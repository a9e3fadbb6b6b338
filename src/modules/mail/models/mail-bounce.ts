import { model } from "@medusajs/framework/utils"

/** A mail of ours that failed at one address: returned later, or refused at once. */
export const CrmMailBounce = model
  .define("crm_mail_bounce", {
    id: model.id({ prefix: "mbnc" }).primaryKey(),
    /** Lower case. */
    address: model.text(),
    /** Nobody is there; otherwise the next mail may get through. */
    permanent: model.boolean(),
    /** RFC 3463. */
    status: model.text().nullable(),
    /** The bounce; null when the server refused at once. Unique with the address: counted once. */
    inbound_mail_id: model.text().nullable(),
    outbound_mail_id: model.text(),
  })
  .indexes([
    {
      on: ["inbound_mail_id", "address"],
      unique: true,
      where: "inbound_mail_id IS NOT NULL",
    },
    { on: ["address", "created_at"] },
  ])
