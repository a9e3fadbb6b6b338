import { model } from "@medusajs/framework/utils"
import { NOTICE_KINDS } from "../domain/notice"
import { CrmTicket } from "./ticket"

/**
 * What an agent is told, written in the transaction of what happened: telling may fail or come late
 * and is then done again, and the action never waits for it.
 */
export const CrmNotice = model
  .define("crm_notice", {
    id: model.id({ prefix: "notice" }).primaryKey(),
    user_id: model.text(),
    ticket: model.belongsTo(() => CrmTicket, { mappedBy: "notices" }),
    message_id: model.text().nullable(),
    kind: model.enum([...NOTICE_KINDS]),
    /** Who made it necessary; null for the clock and for customers. */
    actor_id: model.text().nullable(),
    /** What it is about. An agent is told of the same thing once. */
    key: model.text(),
    read_at: model.dateTime().nullable(),

    /** When the Notification module had it, or we gave up. */
    handed_over_at: model.dateTime().nullable(),
    attempts: model.number().default(0),
    claimed_until: model.dateTime().nullable(),
    last_error: model.text().nullable(),
  })
  .indexes([
    { on: ["user_id", "key"], unique: true, where: "deleted_at IS NULL" },
    { on: ["user_id", "created_at"], where: "deleted_at IS NULL" },
    { on: ["ticket_id"], where: "deleted_at IS NULL" },
    {
      on: ["created_at"],
      name: "IDX_crm_notice_waiting",
      where: "handed_over_at IS NULL AND deleted_at IS NULL",
    },
  ])
