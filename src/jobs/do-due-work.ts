import type { MedusaContainer } from "@medusajs/framework/types"
import { MAIL_MODULE } from "../modules/mail"
import { doDueWork as doWork } from "../workflows/tickets/do-due-work"

/** Wakes snoozed tickets, reminds of follow-ups and overdue tickets, and tells agents. */
export default async function doDueWork(container: MedusaContainer) {
  const { enabled, backgroundJobs } = container.resolve(MAIL_MODULE).options

  if (enabled && backgroundJobs) {
    await doWork(container)
  }
}

export const config = {
  name: "crm-do-due-work",
  schedule: { interval: 5_000, concurrency: "forbid" as const },
}
