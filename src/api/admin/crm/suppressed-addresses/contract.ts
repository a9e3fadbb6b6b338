import { z } from "@medusajs/framework/zod"
import type { SuppressionReason } from "../../../../modules/mail/domain/suppression"
import { emailAddress, oneOrMore, paging, type Deleted, type Paged } from "../contract"

export const ListSuppressedAddresses = z.strictObject({
  ...paging,
  /** Exactly these, in any case: what a form asks before it sends. */
  address: oneOrMore(emailAddress),
  q: z.string().trim().max(255).optional(),
})
export type ListSuppressedAddresses = z.infer<typeof ListSuppressedAddresses>

/** An address that gets no automatic mail, because mail to it came back. */
export type SuppressedAddress = {
  id: string
  address: string
  /** `hard_bounce`: nobody is there. `soft_bounces`: five failures in seven days. */
  reason: SuppressionReason
  permanent: boolean
  /** Failures counted. */
  count: number
  /** RFC 3463, e.g. `5.1.1`. */
  status: string | null
  /** The server's own words. */
  response: string | null
  first_seen_at: string
  last_seen_at: string
  /** The latest bounce in the ledger of mail in; null when the server refused at once. */
  inbound_mail_id: string | null
  /** The mail of ours that came back. */
  outbound_mail_id: string | null
}

export type SuppressedAddressesResponse = {
  suppressed_addresses: SuppressedAddress[]
} & Paged
export type SuppressedAddressDeleted = Deleted<"suppressed_address">
