import { existsSync } from "node:fs"
import path from "node:path"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** Beside `src` in the built plugin; a checkout has it after `npm run build` only. */
const SCRIPT = path.resolve(__dirname, "../../../../storefront/element.js")
const AN_HOUR = "public, max-age=3600"

/** The web component for pages without React: not a secret, the same for everybody. */
export const GET = async (_req: MedusaRequest, res: MedusaResponse) => {
  if (!existsSync(SCRIPT)) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "The web component is not built. Run `npm run build` in the plugin"
    )
  }
  res.setHeader("Cache-Control", AN_HOUR)
  res.setHeader("Cross-Origin-Resource-Policy", "cross-origin")
  res.sendFile(SCRIPT, { cacheControl: false, dotfiles: "allow" })
}
