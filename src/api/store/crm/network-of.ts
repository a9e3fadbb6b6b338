import type { MedusaRequest } from "@medusajs/framework/http"
import { networkOfAddress } from "../../../modules/helpdesk/domain/network"
import { addressOf } from "./limited"

/** Where a request comes from, as far as its sender cannot make it up. */
export const networkOf = (req: MedusaRequest): string => networkOfAddress(addressOf(req))
