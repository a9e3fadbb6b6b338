import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { ReconnectNeededError } from "./account-errors"

/** What a token endpoint granted. */
export type Tokens = {
  access_token: string
  /** Null: the one before stays valid (RFC 6749 6). */
  refresh_token: string | null
  /** Seconds. */
  expires_in: number
  /** Who consented, as far as the provider said. */
  connected_as: string | null
}

/** RFC 6749 5.1 leaves the lifetime out at will; what is written there by most is an hour. */
const USUAL_LIFETIME = 3600

const Granted = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  // Some old endpoints of Microsoft write it as a string.
  expires_in: z.coerce.number().positive().catch(USUAL_LIFETIME),
  id_token: z.string().optional(),
})

const Refused = z.object({
  error: z.string(),
  error_description: z.string().optional(),
})

/**
 * Reads the answer of a token endpoint.
 * @param name of the provider, for people
 * @throws ReconnectNeededError when the grant is over
 * @throws NOT_ALLOWED when the app itself is refused, UNEXPECTED_STATE when trying again may help
 */
export function readTokenAnswer(name: string, status: number, body: string): Tokens {
  const json = parsed(body)
  const granted = status === 200 ? Granted.safeParse(json) : null

  if (granted?.success) {
    const { access_token, refresh_token, expires_in, id_token } = granted.data

    return {
      access_token,
      refresh_token: refresh_token ?? null,
      expires_in,
      connected_as: id_token ? addressOf(id_token) : null,
    }
  }
  throw refusalOf(name, status, json)
}

function refusalOf(name: string, status: number, json: unknown): MedusaError {
  const refused = Refused.safeParse(json)

  if (!refused.success || status >= 500) {
    return new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `${name} could not renew the login (HTTP ${status}). It is tried again`
    )
  }
  const { error, error_description } = refused.data
  const words = `${error}${error_description ? `: ${firstLine(error_description)}` : ""}`

  if (GRANT_IS_OVER.has(error)) {
    return new ReconnectNeededError(
      `${name} no longer accepts the consent (${words}). Connect the account again`
    )
  }
  return new MedusaError(
    TEMPORARY.has(error)
      ? MedusaError.Types.UNEXPECTED_STATE
      : MedusaError.Types.NOT_ALLOWED,
    `${name} refused the app that is registered there (${words}). A developer has to look at the plugin option oauth`
  )
}

/** RFC 6749 5.2; the second is Microsoft's: a password was changed, or a second factor is asked for. */
const GRANT_IS_OVER = new Set(["invalid_grant", "interaction_required"])
const TEMPORARY = new Set(["temporarily_unavailable", "server_error", "slow_down"])

/**
 * The address in an ID token. It came over TLS from the token endpoint itself, so its signature needs
 * no check (OpenID Connect Core 3.1.3.7), and nothing but a label on a page hangs on it.
 */
function addressOf(idToken: string): string | null {
  const claims = parsed(
    Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString("utf8")
  )
  const known = Claims.safeParse(claims)

  return known.success
    ? (known.data.email ?? known.data.preferred_username ?? null)
    : null
}

const Claims = z.object({
  email: z.string().max(254).optional(),
  preferred_username: z.string().max(254).optional(),
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Microsoft adds trace ids and time stamps below. */
const firstLine = (text: string) => text.split(/[\r\n]/)[0].slice(0, 300)
