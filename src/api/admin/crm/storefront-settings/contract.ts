import { z } from "@medusajs/framework/zod"
import { id } from "../contract"

export const UpdateStorefrontSettings = z.strictObject({
  /** Customer groups whose members see each other's requests (V-111, X-15). */
  support_group_ids: z.array(id).max(500),
})
export type UpdateStorefrontSettings = z.infer<typeof UpdateStorefrontSettings>

export type StorefrontSettings = {
  support_groups: { id: string; name: string }[]
  /** As the options say: who tells people from robots, and where the storefront is. */
  captcha_provider: "altcha" | "turnstile" | "hcaptcha" | "recaptcha"
  storefront_url: string | null
  attachments: { max_megabytes: number; max_files: number }
}

export type StorefrontSettingsResponse = { storefront_settings: StorefrontSettings }
