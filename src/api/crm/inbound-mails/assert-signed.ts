import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { MAIL_MODULE } from "../../../modules/mail"
import {
  checkDelivery,
  CLOCK_TOLERANCE_SECONDS,
  type Delivery,
} from "../../../modules/mail/domain/webhook-signature"

/** Nobody's secret: an account that has none is checked as slowly as one that has. */
const NO_SECRET = "0".repeat(64)

/**
 * Checks what the headers state before a byte of the body is read: a stranger can make us buffer
 * nothing.
 * @throws UNAUTHORIZED, in the same words for an unknown account and a wrong signature
 */
export async function assertSigned(req: MedusaRequest): Promise<Delivery> {
  const delivery: Delivery = {
    timestamp: req.get("x-crm-timestamp") ?? "",
    sha256: req.get("x-crm-content-sha256")?.toLowerCase() ?? "",
    signature: req.get("x-crm-signature")?.toLowerCase() ?? "",
  }
  const secret = await req.scope.resolve(MAIL_MODULE).webhookSecret(req.params.account_id)
  const verdict = checkDelivery(secret ?? NO_SECRET, delivery, Date.now())

  if (!secret || verdict === "forged") {
    throw new MedusaError(
      MedusaError.Types.UNAUTHORIZED,
      "The signature does not fit. X-Crm-Signature is the HMAC-SHA256 of <X-Crm-Timestamp>.<X-Crm-Content-Sha256> under the account's secret, in hex"
    )
  }
  if (verdict === "stale") {
    throw new MedusaError(
      MedusaError.Types.UNAUTHORIZED,
      `X-Crm-Timestamp is more than ${CLOCK_TOLERANCE_SECONDS / 60} minutes off. Set the sender's clock, and sign again when trying again`
    )
  }
  return delivery
}
