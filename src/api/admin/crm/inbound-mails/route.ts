import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../modules/mail"
import type { InboundMailsResponse, ListInboundMails } from "./contract"
import { presentInboundMail } from "./present"

/** The ledger, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<undefined, ListInboundMails>,
  res: MedusaResponse<InboundMailsResponse>
) => {
  const { limit, offset, q, ...filters } = req.validatedQuery as ListInboundMails
  const words = q && `%${q.replace(/[\\%_]/g, "\\$&")}%`
  const [mails, count] = await req.scope.resolve(MAIL_MODULE).listAndCountCrmInboundMails(
    {
      ...filters,
      ...(words
        ? { $or: [{ subject: { $ilike: words } }, { from_email: { $ilike: words } }] }
        : {}),
    },
    { take: limit, skip: offset, order: { id: "DESC" } }
  )
  res.json({ inbound_mails: mails.map(presentInboundMail), count, offset, limit })
}
