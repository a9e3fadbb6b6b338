import { model } from "@medusajs/framework/utils"
import { CrmTicket } from "./ticket"

/** A product in question: a line of an order, or a product that was never ordered (C-33). */
export const CrmTicketProduct = model
  .define("crm_ticket_product", {
    id: model.id({ prefix: "tprod" }).primaryKey(),
    ticket: model.belongsTo(() => CrmTicket, { mappedBy: "products" }),
    /** What it is known by: the order's line, else the variant, else the product. */
    reference: model.text(),
    order_id: model.text().nullable(),
    line_item_id: model.text().nullable(),
    product_id: model.text().nullable(),
    variant_id: model.text().nullable(),
    /** As it was called then: a product may be renamed or removed. */
    title: model.text(),
    subtitle: model.text().nullable(),
    sku: model.text().nullable(),
    thumbnail: model.text().nullable(),
    linked_by: model.text().nullable(),
  })
  .indexes([
    { on: ["ticket_id", "reference"], unique: true, where: "deleted_at IS NULL" },
    { on: ["product_id"], where: "deleted_at IS NULL" },
  ])
