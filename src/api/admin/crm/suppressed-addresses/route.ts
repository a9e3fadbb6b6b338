import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../modules/mail"
import type { ListSuppressedAddresses, SuppressedAddressesResponse } from "./contract"
import { presentSuppressedAddress } from "./present"

/** Addresses that get no automatic mail, the latest failure first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<undefined, ListSuppressedAddresses>,
  res: MedusaResponse<SuppressedAddressesResponse>
) => {
  const { limit, offset, q, ...filters } = req.validatedQuery as ListSuppressedAddresses
  const [suppressed, count] = await req.scope
    .resolve(MAIL_MODULE)
    .listAndCountCrmSuppressedAddresses(
      { ...filters, ...(q ? { q } : {}) },
      { take: limit, skip: offset, order: { last_seen_at: "DESC", id: "DESC" } }
    )

  res.json({
    suppressed_addresses: suppressed.map(presentSuppressedAddress),
    count,
    offset,
    limit,
  })
}
