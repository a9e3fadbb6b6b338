import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { FindPerson, PersonResponse } from "./contract"
import { presentPerson } from "./present-person"

/** One person with everything the shop knows of her. An address nobody has is a person, too. */
export const GET = async (
  req: AuthenticatedMedusaRequest<undefined, FindPerson>,
  res: MedusaResponse<PersonResponse>
) => {
  res.json({
    person: await presentPerson(req.scope, req.validatedQuery as FindPerson),
  })
}
