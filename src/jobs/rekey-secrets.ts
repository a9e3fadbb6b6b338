import type { MedusaContainer } from "@medusajs/framework/types"
import { MAIL_MODULE } from "../modules/mail"

/**
 * Encrypts the secrets of the mail accounts anew after a new key was put in front. Not a workflow:
 * nothing of it may be recorded.
 */
export default async function rekeySecrets(container: MedusaContainer) {
  const mail = container.resolve(MAIL_MODULE)

  if (mail.options.enabled && mail.options.backgroundJobs) {
    await mail.rekeySecrets()
  }
}

export const config = {
  name: "crm-rekey-secrets",
  schedule: { interval: 60_000, concurrency: "forbid" as const },
}
