import type { MedusaContainer } from "@medusajs/framework/types"
import { MAIL_MODULE } from "../modules/mail"
import { sweepUploadsWorkflow } from "../workflows/tickets/sweep-uploads"

/** Deletes files that were uploaded and never sent (M-47). */
export default async function sweepUploads(container: MedusaContainer) {
  const { enabled, backgroundJobs } = container.resolve(MAIL_MODULE).options

  if (enabled && backgroundJobs) {
    await sweepUploadsWorkflow(container).run({ input: {} })
  }
}

export const config = { name: "crm-sweep-uploads", schedule: "17 * * * *" }
