import { model } from "@medusajs/framework/utils"
import { SAVED_REPLY_SCOPES } from "../domain/saved-reply"

/** A text that answers many customers; its variables are filled when it is sent (E-08). */
export const CrmSavedReply = model
  .define("crm_saved_reply", {
    id: model.id({ prefix: "crmsav" }).primaryKey(),
    title: model.text().searchable(),
    scope: model.enum([...SAVED_REPLY_SCOPES]),
    /** Who made it; alone sees it while it is personal. */
    user_id: model.text().nullable(),
    team_id: model.text().nullable(),
    department_id: model.text().nullable(),
    body_text: model.text(),
    body_html: model.text().nullable(),
  })
  .indexes([
    { on: ["scope", "title"], where: "deleted_at IS NULL" },
    { on: ["user_id"], where: "deleted_at IS NULL" },
  ])
