import Medusa from "@medusajs/js-sdk"
import { createSupportClient } from "medusa-plugin-crm-desk/storefront"

const meta = (name: string) =>
  document.querySelector<HTMLMetaElement>(`meta[name=${name}]`)?.content ?? ""

const config = { baseUrl: meta("backend-url"), publishableKey: meta("publishable-key") }

/** One login for both: it is kept where the SDK keeps it. */
export const sdk = new Medusa(config)
export const support = createSupportClient(config)

export const adminUrl = `${config.baseUrl}/app`
