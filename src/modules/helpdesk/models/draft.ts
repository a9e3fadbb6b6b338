import { model } from "@medusajs/framework/utils"
import type { DraftFields, DraftTicket } from "../domain/draft"

/** What an agent has begun to write on a ticket (E-09): one per agent and ticket. */
export const CrmDraft = model
  .define("crm_draft", {
    id: model.id({ prefix: "crmdraft" }).primaryKey(),
    ticket_id: model.text(),
    user_id: model.text(),
    fields: model.json<DraftFields>(),
    /** The ticket as it was at the first word: what changed since is said. */
    ticket_then: model.json<DraftTicket>(),
    /** Rises with each save, so that an older page does not overwrite a newer text. */
    revision: model.number().default(1),
  })
  .indexes([
    { on: ["ticket_id", "user_id"], unique: true },
    { on: ["user_id", "updated_at"] },
  ])
