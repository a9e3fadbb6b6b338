import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"

/** A desk that is switched off answers as if it were not there (D-01). */
export function assertEnabled(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const { enabled } = req.scope.resolve(HELPDESK_MODULE).options

  next(
    enabled
      ? undefined
      : new MedusaError(
          MedusaError.Types.NOT_FOUND,
          "The CRM desk is switched off. Set the plugin option `enabled` to use it"
        )
  )
}
