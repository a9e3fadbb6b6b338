import { model } from "@medusajs/framework/utils"
import { CrmDepartment } from "./department"
import { CrmTeam } from "./team"

/** What the desk knows of an admin user: which departments and teams they work in. */
export const CrmAgent = model
  .define("crm_agent", {
    id: model.id({ prefix: "crmagent" }).primaryKey(),
    /** The admin user. Name and address are read from there. */
    user_id: model.text(),
    /** Gets a mail when a ticket comes into one of the departments (D-14). */
    notify_new_tickets: model.boolean().default(true),
    departments: model.manyToMany(() => CrmDepartment, {
      mappedBy: "agents",
      pivotTable: "crm_agent_department",
    }),
    teams: model.manyToMany(() => CrmTeam, {
      mappedBy: "agents",
      pivotTable: "crm_agent_team",
    }),
  })
  .indexes([{ on: ["user_id"], unique: true, where: "deleted_at IS NULL" }])
