import { MedusaError } from "@medusajs/framework/utils"
import type { OAuthApp } from "../domain/oauth-providers"
import { readTokenAnswer, type Tokens } from "../domain/token-answer"

/** Well below the life of a lease: who renews a token is done before another may begin. */
const TIMEOUT_MS = 15_000
const ANSWER_BYTES = 64 * 1024

type Grant =
  | { grant_type: "refresh_token"; refresh_token: string }
  | {
      grant_type: "authorization_code"
      code: string
      redirect_uri: string
      code_verifier: string
    }

/**
 * Asks a provider for tokens (RFC 6749 4.1.3 and 6).
 * @throws what `readTokenAnswer` throws; UNEXPECTED_STATE when there was no answer
 */
export async function requestTokens(
  app: OAuthApp,
  grant: Grant,
  timeoutMs = TIMEOUT_MS
): Promise<Tokens> {
  const { status, body } = await post(
    app,
    new URLSearchParams({
      ...grant,
      client_id: app.client_id,
      client_secret: app.client_secret,
    }),
    timeoutMs
  )
  return readTokenAnswer(app.name, status, body)
}

async function post(app: OAuthApp, form: URLSearchParams, timeoutMs: number) {
  try {
    const answer = await fetch(app.token_url, {
      method: "POST",
      headers: { accept: "application/json" },
      body: form,
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    })
    const body = await answer.text()

    return { status: answer.status, body: body.slice(0, ANSWER_BYTES) }
  } catch (error) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `${app.name} did not answer while the login was renewed (${reasonOf(error)}). It is tried again`
    )
  }
}

/** The code of a failed connection, the name of a timeout; never what was sent. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }

  return cause?.code ?? name ?? "no connection"
}
