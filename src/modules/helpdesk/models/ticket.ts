import { model } from "@medusajs/framework/utils"
import type { FieldValues } from "../domain/custom-field"
import { STATUS_CATEGORIES } from "../domain/ticket-status"
import { CrmClassification } from "./classification"
import { CrmDepartment } from "./department"
import { CrmFollowUp } from "./follow-up"
import { CrmNotice } from "./notice"
import { CrmTicketEvent } from "./ticket-event"
import { CrmTicketMessage } from "./ticket-message"
import { CrmTicketOrder } from "./ticket-order"
import { CrmTicketParticipant } from "./ticket-participant"
import { CrmTicketPin } from "./ticket-pin"
import { CrmTicketProduct } from "./ticket-product"
import { CrmTicketRating } from "./ticket-rating"
import { CrmTicketStatus } from "./ticket-status"
import { CrmTicketWatcher } from "./ticket-watcher"

export const CrmTicket = model
  .define("crm_ticket", {
    id: model.id({ prefix: "tick" }).primaryKey(),
    /** Seven digits, known to agents and customers (V-34). Its sequence starts at 1000000. */
    number: model.autoincrement(),
    subject: model.text().searchable(),
    status: model.belongsTo(() => CrmTicketStatus),
    /** The status's category, repeated so that the list filters one table. */
    status_category: model.enum([...STATUS_CATEGORIES]).default("open"),
    department: model.belongsTo(() => CrmDepartment),
    classification: model.belongsTo(() => CrmClassification).nullable(),

    requester_email: model.text().searchable(),
    requester_name: model.text().searchable(),
    customer_id: model.text().nullable(),
    /** How we know the customer: `agent` chose it, `verified` or `address_match` by mail (D-11). */
    customer_proof: model
      .enum(["agent", "account", "verified", "address_match"])
      .nullable(),
    visible_to_customer: model.boolean().default(true),
    /** Colleagues of a sharing group do not see it. */
    private_to_requester: model.boolean().default(false),
    /** What was asked in a form or in fields of the merchant's own, typed and labelled (B-17). */
    custom_fields: model.json<FieldValues>().nullable(),
    /** The form it came through (B-18). */
    form_id: model.text().nullable(),

    channel: model.enum(["email", "admin", "phone", "in_person", "form", "account"]),
    created_by_type: model.enum(["user", "customer", "guest", "system"]),
    created_by_id: model.text().nullable(),
    /** The account its latest mail came through: answers leave by the same door (K-2). */
    mail_account_id: model.text().nullable(),
    /** The page the ticket is about (M-31). */
    url: model.text().nullable(),

    assignee_id: model.text().nullable(),
    locked_by_id: model.text().nullable(),
    held_by_id: model.text().nullable(),

    awaiting: model.enum(["agent", "customer", "none"]).default("agent"),
    /** Replies that agents issued: zero is a customer without an answer (V-41). */
    reply_count: model.number().default(0),
    /** Rises by one with each message and with nothing else. */
    version: model.number().default(0),
    last_message_at: model.dateTime(),
    /** The agent who posted last, reply or note (V-98). */
    last_agent_id: model.text().nullable(),
    next_action_due_at: model.dateTime().nullable(),
    due_at: model.dateTime().nullable(),
    /** The due date that agents were told had passed: another one is told anew. */
    overdue_told_for: model.dateTime().nullable(),
    closed_at: model.dateTime().nullable(),
    merged_into_id: model.text().nullable(),

    /** Out of the way until then, or until the customer writes (E-11). */
    snoozed_until: model.dateTime().nullable(),
    snoozed_by_id: model.text().nullable(),
    /** What a customer's mail cut short: offered again while it lies ahead. */
    snooze_cut_short: model.dateTime().nullable(),
    /** For agents only, on the ticket and in the list, without its author (V-57). */
    sticky_note: model.text().nullable(),

    messages: model.hasMany(() => CrmTicketMessage, { mappedBy: "ticket" }),
    events: model.hasMany(() => CrmTicketEvent, { mappedBy: "ticket" }),
    participants: model.hasMany(() => CrmTicketParticipant, { mappedBy: "ticket" }),
    orders: model.hasMany(() => CrmTicketOrder, { mappedBy: "ticket" }),
    products: model.hasMany(() => CrmTicketProduct, { mappedBy: "ticket" }),
    follow_ups: model.hasMany(() => CrmFollowUp, { mappedBy: "ticket" }),
    watchers: model.hasMany(() => CrmTicketWatcher, { mappedBy: "ticket" }),
    pins: model.hasMany(() => CrmTicketPin, { mappedBy: "ticket" }),
    notices: model.hasMany(() => CrmNotice, { mappedBy: "ticket" }),
    ratings: model.hasMany(() => CrmTicketRating, { mappedBy: "ticket" }),
  })
  .cascades({
    delete: [
      "messages",
      "events",
      "participants",
      "orders",
      "products",
      "follow_ups",
      "watchers",
      "pins",
      "notices",
      "ratings",
    ],
  })
  .indexes([
    { on: ["number"], unique: true, where: "number IS NOT NULL" },
    {
      on: ["last_message_at", "id"],
      where: "deleted_at IS NULL AND merged_into_id IS NULL",
    },
    {
      on: ["status_category", "last_message_at", "id"],
      where: "deleted_at IS NULL AND merged_into_id IS NULL",
    },
    {
      name: "IDX_crm_ticket_unclosed",
      on: ["last_message_at", "id"],
      where:
        "status_category <> 'closed' AND deleted_at IS NULL AND merged_into_id IS NULL",
    },
    {
      on: ["department_id", "last_message_at", "id"],
      where: "deleted_at IS NULL AND merged_into_id IS NULL",
    },
    { on: ["merged_into_id"], where: "merged_into_id IS NOT NULL" },
    { on: ["customer_id", "last_message_at"], where: "deleted_at IS NULL" },
    { on: ["requester_email", "last_message_at"], where: "deleted_at IS NULL" },
    { on: ["assignee_id", "last_message_at"], where: "deleted_at IS NULL" },
    { on: ["locked_by_id", "last_message_at"], where: "deleted_at IS NULL" },
    {
      on: ["due_at"],
      where: "due_at IS NOT NULL AND status_category <> 'closed' AND deleted_at IS NULL",
    },
    {
      on: ["snoozed_until"],
      where: "snoozed_until IS NOT NULL AND deleted_at IS NULL",
    },
    { on: ["custom_fields"], type: "GIN", where: "custom_fields IS NOT NULL" },
    {
      on: ["department_id", "closed_at"],
      where: "closed_at IS NOT NULL AND deleted_at IS NULL",
    },
  ])
