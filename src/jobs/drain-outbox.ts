import type { MedusaContainer } from "@medusajs/framework/types"
import { MAIL_MODULE } from "../modules/mail"
import { drainOutbox as drain } from "../workflows/outbound-mail/drain-outbox"

/** Sends what is due, and hands over what a crash left waiting. */
export default async function drainOutbox(container: MedusaContainer) {
  const { enabled, backgroundJobs } = container.resolve(MAIL_MODULE).options

  if (enabled && backgroundJobs) {
    await drain(container)
  }
}

export const config = {
  name: "crm-drain-outbox",
  schedule: { interval: 2_000, concurrency: "forbid" as const },
}
