import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

type Declared = { options?: { providers?: { options?: { channels?: unknown } }[] } }

/**
 * Whether the shop has a notification provider for mail. Asked before a mail is handed over, because
 * the module keeps a failed record of each that it has no provider for.
 */
export function hasMailProvider(container: MedusaContainer): boolean {
  const config = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE, {
    allowUnregistered: true,
  })
  const declared = config?.modules?.[Modules.NOTIFICATION] as Declared | undefined

  return (declared?.options?.providers ?? []).some(
    ({ options }) =>
      Array.isArray(options?.channels) && options.channels.includes("email")
  )
}
