import { model } from "@medusajs/framework/utils"
import { RATING_SCALES, RATING_TONES } from "../domain/rating"
import { CrmTicket } from "./ticket"

/** How it was, for one closing of a ticket: closed again, it is asked again (E-17). */
export const CrmTicketRating = model
  .define("crm_ticket_rating", {
    id: model.id({ prefix: "trat" }).primaryKey(),
    ticket: model.belongsTo(() => CrmTicket, { mappedBy: "ratings" }),
    /** The closing it is about. Unique, so asking again is a no-op. */
    closing_event_id: model.text(),
    /** Who closed it, or answered last before the customer did. */
    agent_id: model.text().nullable(),
    /** Lower case. */
    email: model.text(),
    scale: model.enum([...RATING_SCALES]),
    /** When it was asked by mail; null when the shopper answered on the request's page unasked. */
    asked_at: model.dateTime().nullable(),
    value: model.number().nullable(),
    tone: model.enum([...RATING_TONES]).nullable(),
    comment: model.text().nullable(),
    answered_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["closing_event_id"], unique: true, where: "deleted_at IS NULL" },
    { on: ["ticket_id", "answered_at"], where: "deleted_at IS NULL" },
    { on: ["tone", "ticket_id"], where: "tone IS NOT NULL AND deleted_at IS NULL" },
    { on: ["answered_at"], where: "answered_at IS NOT NULL AND deleted_at IS NULL" },
    { on: ["asked_at"], where: "asked_at IS NOT NULL AND deleted_at IS NULL" },
  ])
