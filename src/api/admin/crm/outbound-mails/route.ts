import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../modules/mail"
import { containing } from "../containing"
import type { ListOutboundMails, OutboundMailsResponse } from "./contract"
import { presentOutboundMails } from "./present"

const SEARCHED = ["subject", "message_id"]

/** The outbox, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<undefined, ListOutboundMails>,
  res: MedusaResponse<OutboundMailsResponse>
) => {
  const { limit, offset, q, ...filters } = req.validatedQuery as ListOutboundMails
  const [mails, count] = await req.scope
    .resolve(MAIL_MODULE)
    .listAndCountCrmOutboundMails(
      {
        ...filters,
        ...(q ? { $or: SEARCHED.map((column) => ({ [column]: containing(q) })) } : {}),
      },
      { take: limit, skip: offset, order: { id: "DESC" } }
    )

  res.json({
    outbound_mails: await presentOutboundMails(req.scope, mails),
    count,
    offset,
    limit,
  })
}
