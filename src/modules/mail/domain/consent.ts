import { createHash } from "node:crypto"
import type { OAuthApp } from "./oauth-providers"

/** 256 bits in base64url: for a state, and for a PKCE verifier (RFC 7636 4.1). */
export const SECRET_BYTES = 32

export type ConsentRequest = {
  redirect_uri: string
  state: string
  verifier: string
  /** The mailbox that shall be connected, so that the provider offers the right login. */
  address: string
}

/** Where the browser is sent to ask for consent (RFC 6749 4.1.1, with PKCE S256). */
export function consentUrl(
  app: OAuthApp,
  { redirect_uri, state, verifier, address }: ConsentRequest
): string {
  const url = new URL(app.authorization_url)
  const parameters = {
    response_type: "code",
    client_id: app.client_id,
    redirect_uri,
    scope: app.scopes.join(" "),
    state,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    login_hint: address,
    ...app.extra,
  }
  for (const [name, value] of Object.entries(parameters)) {
    url.searchParams.set(name, value)
  }
  return url.href
}

/** A state is kept as its hash: who reads the table cannot finish a consent. */
export const hashOf = (state: string): string =>
  createHash("sha256").update(state).digest("hex")
