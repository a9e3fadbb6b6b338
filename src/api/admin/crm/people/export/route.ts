import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import type { FindPerson, PersonDataResponse } from "../contract"
import { identityOf } from "../identity"

/** Everything the desk knows of a person. */
export const GET = async (
  req: AuthenticatedMedusaRequest<undefined, FindPerson>,
  res: MedusaResponse<PersonDataResponse>
) => {
  const { emails, customers } = await identityOf(
    req.scope,
    req.validatedQuery as FindPerson
  )
  const data = await req.scope.resolve(HELPDESK_MODULE).personData({
    emails,
    customer_ids: customers.map(({ id }) => id),
  })
  res.json({ person_data: { emails, customers, ...data } })
}
