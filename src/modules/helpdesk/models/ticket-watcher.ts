import { model } from "@medusajs/framework/utils"
import { WATCHER_KINDS } from "../domain/watching"
import { CrmTicket } from "./ticket"

/** An agent who wants to know of a ticket without having it (V-58, M-46). */
export const CrmTicketWatcher = model
  .define("crm_ticket_watcher", {
    id: model.id({ prefix: "twatch" }).primaryKey(),
    ticket: model.belongsTo(() => CrmTicket, { mappedBy: "watchers" }),
    user_id: model.text(),
    kind: model.enum([...WATCHER_KINDS]),
    /** Of kind `solution`: when the answer came. Told once, then it waits to be reviewed. */
    answered_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      on: ["ticket_id", "user_id", "kind"],
      unique: true,
      where: "deleted_at IS NULL",
    },
    { on: ["user_id", "kind"], where: "deleted_at IS NULL" },
  ])
