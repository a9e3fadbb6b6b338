import { model } from "@medusajs/framework/utils"

/**
 * How often something happened that may happen so many times until a moment: submissions from an
 * address, a confirmation to a mailbox, the use of a captcha's challenge. Counted in the database,
 * because there may be several instances.
 */
export const CrmAllowance = model
  .define("crm_allowance", {
    /** What is counted, e.g. `submission|network|192.0.2.0/24`. */
    id: model.text().primaryKey(),
    used: model.number(),
    /** Then it begins anew. */
    renews_at: model.dateTime(),
  })
  .indexes([{ on: ["renews_at"] }])
