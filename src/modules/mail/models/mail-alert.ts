import { model } from "@medusajs/framework/utils"
import { ALERT_ENDINGS, ALERT_KINDS } from "../domain/mail-alert"

/** Something is wrong with mail, from when until when, and whether agents were told. */
export const CrmMailAlert = model
  .define("crm_mail_alert", {
    id: model.id({ prefix: "malert" }).primaryKey(),
    account_id: model.text(),
    kind: model.enum([...ALERT_KINDS]),
    /** The server's own, or the reason of the newest mail concerned. */
    words: model.text().nullable(),
    /** Mails concerned. */
    count: model.number().default(1),
    began_at: model.dateTime(),
    ended_at: model.dateTime().nullable(),
    ending: model.enum([...ALERT_ENDINGS]).nullable(),
    dismissed_by: model.text().nullable(),
    beginning_told: model.boolean().default(false),
    ending_told: model.boolean().default(false),
  })
  .indexes([
    {
      on: ["account_id", "kind"],
      unique: true,
      where: "ended_at IS NULL AND deleted_at IS NULL",
    },
    { on: ["account_id", "kind", "ended_at"], where: "ending = 'dismissed'" },
  ])
