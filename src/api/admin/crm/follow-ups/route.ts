import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { actorOf } from "../actor"
import type { FollowUpsResponse, ListFollowUps } from "./contract"
import { presentFollowUps } from "./present"

export const GET = async (
  req: AuthenticatedMedusaRequest<undefined, ListFollowUps>,
  res: MedusaResponse<FollowUpsResponse>
) => {
  const { done, user_id, ...query } = req.validatedQuery as ListFollowUps
  const { follow_ups, count } = await req.scope.resolve(HELPDESK_MODULE).followUps({
    ...query,
    done: done === undefined ? undefined : done === "true",
    user_id: user_id === "me" ? (actorOf(req).id ?? "") : user_id,
  })
  res.json({
    follow_ups: await presentFollowUps(req.scope, follow_ups),
    count,
    offset: query.offset,
    limit: query.limit,
  })
}
