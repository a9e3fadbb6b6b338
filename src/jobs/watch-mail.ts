import type { MedusaContainer } from "@medusajs/framework/types"
import { MAIL_MODULE } from "../modules/mail"
import { watchMail as watch } from "../workflows/mail-health/watch-mail"

/** Sees that mail flows, and tells every agent when it does not. */
export default async function watchMail(container: MedusaContainer) {
  const { enabled, backgroundJobs } = container.resolve(MAIL_MODULE).options

  if (enabled && backgroundJobs) {
    await watch(container)
  }
}

export const config = {
  name: "crm-watch-mail",
  schedule: { interval: 5_000, concurrency: "forbid" as const },
}
