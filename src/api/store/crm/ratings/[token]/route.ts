import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import {
  isGenuine,
  readAccess,
} from "../../../../../modules/helpdesk/domain/access-token"
import type { Rating } from "../../../../../modules/helpdesk/records/ratings"
import { answer, presentRating } from "../answer"
import type { AnswerRating, StoreRatingResponse } from "../contract"

/** Shows the question. It answers nothing: programs that check links in mail open them too. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<StoreRatingResponse>
) => {
  res.json({ rating: presentRating(await ratingOf(req), req.locale) })
}

export const POST = async (
  req: MedusaRequest<AnswerRating>,
  res: MedusaResponse<StoreRatingResponse>
) => {
  res.json({ rating: await answer(req, await ratingOf(req)) })
}

/** @throws UNAUTHORIZED for whatever is wrong with the token, in the same words */
async function ratingOf(req: MedusaRequest): Promise<Rating> {
  const helpdesk = req.scope.resolve(HELPDESK_MODULE)
  const claim = readAccess(req.params.token, "rating", new Date())
  const rating = claim && (await helpdesk.ratingById(claim.record_id))

  if (!rating || !isGenuine(claim, rating.email, await helpdesk.accessKey())) {
    throw new MedusaError(
      MedusaError.Types.UNAUTHORIZED,
      "This question cannot be answered any more. Thank you all the same"
    )
  }
  return rating
}
