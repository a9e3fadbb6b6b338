import { model } from "@medusajs/framework/utils"
import { CrmAgent } from "./agent"

/** Agents who work together: share saved replies, are mentioned and notified as one. */
export const CrmTeam = model
  .define("crm_team", {
    id: model.id({ prefix: "crmteam" }).primaryKey(),
    name: model.text().searchable(),
    agents: model.manyToMany(() => CrmAgent, { mappedBy: "teams" }),
  })
  .indexes([{ on: ["name"], unique: true, where: "deleted_at IS NULL" }])
