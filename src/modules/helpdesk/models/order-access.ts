import { model } from "@medusajs/framework/utils"

/**
 * Somebody without an account asked for an order. Every request is a row, whether the order exists or
 * not: who asks can tell nothing from how long it takes. Rows go after a day.
 */
export const CrmOrderAccess = model
  .define("crm_order_access", {
    id: model.id({ prefix: "oacc" }).primaryKey(),
    /** As it was asked for; whether there is such an order is looked up afterwards. */
    order_number: model.number().nullable(),
    email: model.text(),
    locale: model.text().nullable(),
    /** Where it was asked from, /24 or /64. */
    network: model.text(),
    /** Set when the order is there and its code is on its way. */
    order_id: model.text().nullable(),
    looked_up_at: model.dateTime().nullable(),
    /** Wrong codes. */
    tries: model.number().default(0),
    expires_at: model.dateTime(),
    used_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["order_number", "email", "created_at"] },
    { on: ["network", "created_at"] },
    { on: ["created_at"] },
    { on: ["id"], name: "IDX_crm_order_access_waiting", where: "looked_up_at IS NULL" },
  ])
