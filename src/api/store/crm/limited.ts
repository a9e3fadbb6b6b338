import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"
import { clientAddress } from "../../../modules/helpdesk/domain/client-address"
import { networkOfAddress } from "../../../modules/helpdesk/domain/network"
import type { Allowance } from "../../../modules/helpdesk/records/allowances"
import { customerIdOf } from "./customer-of"

/** What is counted apart: files come by the dozen, challenges whenever a form is touched. */
const TIMES = { message: 1, upload: 5, challenge: 5 } as const
const SECONDS = 600

export const addressOf = (req: MedusaRequest): string =>
  clientAddress(
    req.socket.remoteAddress ?? "",
    req.get("x-forwarded-for"),
    req.scope.resolve(HELPDESK_MODULE).options.trustedProxies
  )

/**
 * Counts what comes from an address, its network and altogether, and refuses what is too much (K2,
 * K3). Who is refused for the address does not count for the network, nor the network for the shop:
 * one robot cannot close the door for everybody.
 */
export const limited =
  (what: keyof typeof TIMES) =>
  async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
    const exceeded = await req.scope
      .resolve(HELPDESK_MODULE)
      .useAllowances(allowancesOf(req, what))

    if (!exceeded) {
      next()
      return
    }
    res.setHeader("Retry-After", String(SECONDS))
    res.status(429).json({
      type: "too_many_requests",
      message: "Too much was sent from here in a short time. Try again in ten minutes",
    })
  }

function allowancesOf(req: MedusaRequest, what: keyof typeof TIMES): Allowance[] {
  const { perAddress, perNetwork, perShop } =
    req.scope.resolve(HELPDESK_MODULE).options.storeLimits
  const address = addressOf(req)
  const allowance = (scope: string, most: number): Allowance => ({
    key: `${what}|${scope}`,
    most: most * TIMES[what],
    seconds: SECONDS,
  })
  const customerId = customerIdOf(req)

  // A whole office may have one address; who is logged in is counted as a person.
  return [
    allowance(customerId ? `customer|${customerId}` : `address|${address}`, perAddress),
    allowance(`network|${networkOfAddress(address)}`, perNetwork),
    allowance("shop", perShop),
  ]
}
