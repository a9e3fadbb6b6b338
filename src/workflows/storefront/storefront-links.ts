import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import {
  signAccess,
  type AccessPurpose,
} from "../../modules/helpdesk/domain/access-token"
import { RATING_DAYS } from "../../modules/helpdesk/domain/rating"

const LINK_DAYS = 30

/** Opens one ticket, for whoever reads mail at the address. Null while no storefront is known. */
export const requestLink = (
  container: MedusaContainer,
  ticketId: string,
  email: string
): Promise<string | null> =>
  linkTo(container, "t", "ticket_link", ticketId, email, LINK_DAYS)

/** The page where a question is answered. Null while no storefront is known. */
export const ratingLink = (
  container: MedusaContainer,
  ratingId: string,
  email: string
): Promise<string | null> =>
  linkTo(container, "r", "rating", ratingId, email, RATING_DAYS)

async function linkTo(
  container: MedusaContainer,
  page: "t" | "r",
  purpose: AccessPurpose,
  record_id: string,
  email: string,
  days: number
): Promise<string | null> {
  const helpdesk = container.resolve(HELPDESK_MODULE)
  const { storefrontUrl } = helpdesk.options

  if (!storefrontUrl || !email) {
    return null
  }
  const expires_at = new Date(Date.now() + days * 86_400_000)
  const token = signAccess(
    { purpose, record_id, email, expires_at },
    await helpdesk.accessKey()
  )

  return `${storefrontUrl}/support/${page}/${token}`
}
