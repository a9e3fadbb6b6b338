import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import {
  ownerByToken,
  type ShopperFile,
} from "../../../../modules/helpdesk/records/shopper-files"
import { customerIdOf } from "../customer-of"

/** Whose the named uploads are said to be: `id:token` of whoever has the token, `id` of who is logged in. */
export function filesOf(req: MedusaRequest, attachmentIds: string[]): ShopperFile[] {
  const { maxFiles } = req.scope.resolve(HELPDESK_MODULE).options.storeAttachments
  const named = [...new Set(attachmentIds)]

  if (named.length > maxFiles) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `At most ${maxFiles} files can be sent at once. Leave some out`
    )
  }
  return named.map((given) => {
    const [id, token] = given.split(":")

    return { id, owner: token ? ownerByToken(token) : (customerIdOf(req) ?? "nobody") }
  })
}
