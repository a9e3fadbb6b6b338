import { createHash } from "node:crypto"
import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** As much as the large providers let through. */
const MOST_MEGABYTES = 50

/**
 * Reads the raw mail into memory, up to a cap.
 * @throws INVALID_DATA when it is empty, too large, or not what was signed
 */
export async function takeBody(req: MedusaRequest, sha256: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0

  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_MEGABYTES * 1024 * 1024) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `The mail is larger than ${MOST_MEGABYTES} MB`
      )
    }
    chunks.push(chunk)
  }
  const body = Buffer.concat(chunks)

  if (!body.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The body is empty. Send the raw mail as it was received"
    )
  }
  if (createHash("sha256").update(body).digest("hex") !== sha256) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The body is not what X-Crm-Content-Sha256 says. Send the raw mail unchanged, without a form or JSON around it"
    )
  }
  return body
}
