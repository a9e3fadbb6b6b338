import { model } from "@medusajs/framework/utils"
import { CrmTicket } from "./ticket"

/** What somebody promised to do about a ticket, and until when (V-76). */
export const CrmFollowUp = model
  .define("crm_follow_up", {
    id: model.id({ prefix: "fup" }).primaryKey(),
    ticket: model.belongsTo(() => CrmTicket, { mappedBy: "follow_ups" }),
    /** The reply or note it was promised with. */
    message_id: model.text().nullable(),
    text: model.text(),
    due_at: model.dateTime(),
    /** Without one its author is reminded. */
    assignee_id: model.text().nullable(),
    created_by_id: model.text().nullable(),
    done_at: model.dateTime().nullable(),
    done_by_id: model.text().nullable(),
    /** Reminded once for each due date. */
    reminded_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["ticket_id", "due_at"], where: "deleted_at IS NULL" },
    {
      on: ["due_at"],
      where: "done_at IS NULL AND deleted_at IS NULL",
    },
  ])
