import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../../../../modules/helpdesk"
import { answer, presentRating } from "../../../ratings/answer"
import type { AnswerRating, StoreRatingResponse } from "../../../ratings/contract"
import { seenTicket, type SeenTicket } from "../../present"

/** The question of a request's page, whether a mail asked it or not. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<StoreRatingResponse>
) => {
  const { ticket } = await ownTicket(req)
  const question = await req.scope.resolve(HELPDESK_MODULE).questionOf(ticket.id)

  res.json({ rating: presentRating(question ?? refuse(ticket), req.locale) })
}

/** Rates a request on its page. */
export const POST = async (
  req: MedusaRequest<AnswerRating>,
  res: MedusaResponse<StoreRatingResponse>
) => {
  const { ticket } = await ownTicket(req)
  const rating = await req.scope.resolve(HELPDESK_MODULE).ratingOfTicket(ticket.id)

  res.json({ rating: await answer(req, rating ?? refuse(ticket)) })
}

/** How it was is for its owner to say, not for a colleague. */
async function ownTicket(req: MedusaRequest): Promise<SeenTicket> {
  const seen = await seenTicket(req)

  return seen.ticket.is_shared ? refuse(seen.ticket) : seen
}

function refuse({ number }: { number: number }): never {
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Request #${number} cannot be rated. It can be once the shop has answered it and it is closed`
  )
}
