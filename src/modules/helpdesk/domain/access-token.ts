import { createHmac, timingSafeEqual } from "node:crypto"

/** What a token opens. One made for one purpose is worth nothing for another. */
export const ACCESS_PURPOSES = [
  "ticket_link",
  "ticket_session",
  "order_session",
  "rating",
] as const
export type AccessPurpose = (typeof ACCESS_PURPOSES)[number]

export type AccessGrant = {
  purpose: AccessPurpose
  /** Of the ticket, order or rating that it opens. */
  record_id: string
  /** Whose mailbox the token was sent to. It is signed, and not in the token: URLs end in logs. */
  email: string
  expires_at: Date
}

/** What a token says of itself. Nothing of it counts before `isGenuine`. */
export type AccessClaim = Pick<AccessGrant, "purpose" | "record_id" | "expires_at"> & {
  signature: Buffer
}

const SIGNATURE_BYTES = 24
const SHAPE = /^(\w{1,20})\.(\w{1,64})\.([0-9a-z]{1,9})\.([\w-]{32})$/

/** @returns a token that is safe in a URL and in a header. Nothing about it is kept anywhere */
export function signAccess(grant: AccessGrant, key: Buffer): string {
  const seconds = secondsOf(grant.expires_at)

  return [
    grant.purpose,
    grant.record_id,
    seconds.toString(36),
    signatureOf(grant, seconds, key).toString("base64url"),
  ].join(".")
}

/** @returns null for what is no token, for another purpose, and for one whose time is over */
export function readAccess(
  token: string,
  purpose: AccessPurpose,
  now: Date
): AccessClaim | null {
  const [, claimed, record_id, seconds, signature] = SHAPE.exec(token) ?? []

  if (claimed !== purpose) {
    return null
  }
  const expires_at = new Date(parseInt(seconds, 36) * 1000)

  return expires_at.getTime() > now.getTime()
    ? { purpose, record_id, expires_at, signature: Buffer.from(signature, "base64url") }
    : null
}

/**
 * Whether we signed the claim for this mailbox. The address is read from the record as it is now: a
 * ticket or order that became somebody else's is no longer opened by the old link.
 */
export function isGenuine(
  { signature, ...claim }: AccessClaim,
  email: string,
  key: Buffer
): boolean {
  const expected = signatureOf({ ...claim, email }, secondsOf(claim.expires_at), key)

  return signature.length === expected.length && timingSafeEqual(signature, expected)
}

const secondsOf = (moment: Date) => Math.floor(moment.getTime() / 1000)

const signatureOf = (
  { purpose, record_id, email }: Omit<AccessGrant, "expires_at">,
  seconds: number,
  key: Buffer
) =>
  createHmac("sha256", key)
    .update(JSON.stringify([purpose, record_id, email.trim().toLowerCase(), seconds]))
    .digest()
    .subarray(0, SIGNATURE_BYTES)
