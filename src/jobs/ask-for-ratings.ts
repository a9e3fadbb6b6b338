import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../modules/helpdesk"
import { askForRatingsWorkflow } from "../workflows/ratings/ask-for-ratings"

/** Asks customers how it was, once the time that a department waits has passed. */
export default async function askForRatings(container: MedusaContainer) {
  const { enabled, backgroundJobs } = container.resolve(HELPDESK_MODULE).options

  if (enabled && backgroundJobs) {
    await askForRatingsWorkflow(container).run()
  }
}

export const config = {
  name: "crm-ask-for-ratings",
  schedule: { interval: 20_000, concurrency: "forbid" as const },
}
