import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../../modules/mail"
import type { DetectedServers } from "../../../../../modules/mail/detect-servers"
import type { DetectMailServers, MailDetectionResponse } from "../contract"

/** Suggests the servers of an address, from what is known and what the DNS says. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, DetectMailServers>,
  res: MedusaResponse<MailDetectionResponse>
) => {
  const found = await req.scope
    .resolve(MAIL_MODULE)
    .detectServers(req.validatedQuery.address)

  res.json({ detection: found && detection(found) })
}

function detection(found: DetectedServers): MailDetectionResponse["detection"] {
  if (found.provider === null) {
    return found
  }
  const { by, provider } = found
  const isReachable = provider.login !== "unavailable"

  return {
    by,
    provider,
    imap: isReachable ? provider.imap : null,
    smtp: isReachable ? provider.smtp : null,
  }
}
