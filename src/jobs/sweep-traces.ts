import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../modules/helpdesk"
import { MAIL_MODULE } from "../modules/mail"

/** Clears away what pages and processes left behind that ended without a word. */
export default async function sweepTraces(container: MedusaContainer) {
  const mail = container.resolve(MAIL_MODULE)

  if (mail.options.enabled && mail.options.backgroundJobs) {
    await container.resolve(HELPDESK_MODULE).forgetPresence()
    await container.resolve(HELPDESK_MODULE).forgetOrderAccesses()
    await container.resolve(HELPDESK_MODULE).forgetAllowances()
    await mail.dropForgottenMails()
  }
}

export const config = { name: "crm-sweep-traces", schedule: "*/10 * * * *" }
