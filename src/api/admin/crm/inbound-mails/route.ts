import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../modules/mail"
import { containing } from "../containing"
import type { InboundMailsResponse, ListInboundMails } from "./contract"
import { presentInboundMails } from "./present"

const SEARCHED = ["subject", "from_email", "from_name", "message_id"]

/** The ledger, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<undefined, ListInboundMails>,
  res: MedusaResponse<InboundMailsResponse>
) => {
  const { limit, offset, q, ...filters } = req.validatedQuery as ListInboundMails
  const [mails, count] = await req.scope.resolve(MAIL_MODULE).listAndCountCrmInboundMails(
    {
      ...filters,
      ...(q ? { $or: SEARCHED.map((column) => ({ [column]: containing(q) })) } : {}),
    },
    { take: limit, skip: offset, order: { id: "DESC" } }
  )
  res.json({
    inbound_mails: await presentInboundMails(req.scope, mails),
    count,
    offset,
    limit,
  })
}
