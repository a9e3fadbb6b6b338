import type { SuppressedAddressDTO } from "../../../../modules/mail/types"
import type { SuppressedAddress } from "./contract"

export const presentSuppressedAddress = (
  suppressed: SuppressedAddressDTO
): SuppressedAddress => ({
  id: suppressed.id,
  address: suppressed.address,
  reason: suppressed.reason,
  permanent: suppressed.permanent,
  count: suppressed.count,
  status: suppressed.status,
  response: suppressed.response,
  first_seen_at: suppressed.first_seen_at.toISOString(),
  last_seen_at: suppressed.last_seen_at.toISOString(),
  inbound_mail_id: suppressed.inbound_mail_id,
  outbound_mail_id: suppressed.outbound_mail_id,
})
