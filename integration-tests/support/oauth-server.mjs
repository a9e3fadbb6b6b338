/**
 * A provider's OAuth2 server, as Google's and Microsoft's behave: the consent and its code, PKCE,
 * tokens that end, refresh tokens that rotate or do not, and every way it can fail.
 */
import { createHash, randomBytes } from "node:crypto"
import http from "node:http"

/**
 * @typedef {"google" | "microsoft"} Flavour
 *   `google` gives a refresh token only for `access_type=offline` with `prompt=consent`, and keeps it
 *   when it is used; `microsoft` asks for the scope `offline_access`, and gives a new one every time
 *
 * @param {{ flavour: Flavour, clientId: string, clientSecret: string, lifetime?: number,
 *   strictRotation?: boolean, asks?: boolean, port?: number }} options
 *   `lifetime` of an access token in seconds; with `strictRotation` a refresh token that was used
 *   before ends the consent; with `asks` a page asks a person, else the consent is given at once
 */
export async function startOAuthServer({
  flavour,
  clientId,
  clientSecret,
  lifetime = 3600,
  strictRotation = false,
  asks = false,
  port = 0,
}) {
  /** @type {Map<string, object>} */
  const codes = new Map()
  /** @type {Map<string, { grant: object, isUsed: boolean }>} */
  const refreshTokens = new Map()
  /** @type {Map<string, { grant: object, endsAt: number }>} */
  const accessTokens = new Map()
  const asked = []
  let person = "help@shop.test"
  let answerNext = null

  const server = http.createServer(async (req, res) => {
    const url = new URL(req.url, "http://provider.test")

    if (url.pathname === "/authorize") return authorize(url.searchParams, res)
    if (url.pathname !== "/token" || req.method !== "POST") return json(res, 404, {})
    const form = new URLSearchParams(await bodyOf(req))
    asked.push(Object.fromEntries(form))
    const special = form.get("grant_type") === "refresh_token" && answerNext

    if (special) {
      answerNext = null
      return special(res, () => token(form, res))
    }
    return token(form, res)
  })
  await new Promise((resolve) =>
    server.listen(port, "127.0.0.1", () => resolve(undefined))
  )
  const base = `http://127.0.0.1:${server.address().port}`

  function authorize(query, res) {
    const wrong =
      query.get("client_id") !== clientId ||
      query.get("response_type") !== "code" ||
      query.get("code_challenge_method") !== "S256" ||
      !query.get("code_challenge")
    if (wrong) return json(res, 400, { error: "invalid_request" })
    const back = new URL(query.get("redirect_uri"))
    back.searchParams.set("state", query.get("state"))

    if (asks && !query.has("answer")) {
      res.writeHead(200, { "content-type": "text/html; charset=utf-8" })
      return res.end(page(query, person))
    }
    if (query.get("answer") === "no") {
      back.searchParams.set("error", "access_denied")
      return res.writeHead(302, { location: back.href }).end()
    }

    const scopes = (query.get("scope") ?? "").split(" ")
    const isLasting =
      flavour === "google"
        ? query.get("access_type") === "offline" && query.get("prompt") === "consent"
        : scopes.includes("offline_access")
    const code = randomBytes(16).toString("hex")
    codes.set(code, {
      challenge: query.get("code_challenge"),
      redirect_uri: query.get("redirect_uri"),
      grant: { person, isLasting, isOver: false },
    })
    back.searchParams.set("code", code)
    res.writeHead(302, { location: back.href }).end()
  }

  function token(form, res) {
    if (
      form.get("client_id") !== clientId ||
      form.get("client_secret") !== clientSecret
    ) {
      return json(res, 401, { error: "invalid_client" })
    }
    const grant =
      form.get("grant_type") === "authorization_code"
        ? ofCode(form)
        : ofRefreshToken(form)

    return grant
      ? json(res, 200, tokensFor(grant, form))
      : json(res, 400, {
          error: "invalid_grant",
          error_description: "Token has been expired or revoked.\r\nTrace ID: 1",
        })
  }

  function ofCode(form) {
    const entry = codes.get(form.get("code"))
    codes.delete(form.get("code"))
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url")
    const fits =
      entry?.challenge === challenge && entry.redirect_uri === form.get("redirect_uri")

    return fits ? entry.grant : null
  }

  function ofRefreshToken(form) {
    const entry = refreshTokens.get(form.get("refresh_token"))
    if (!entry || entry.grant.isOver) return null
    if (strictRotation && entry.isUsed) {
      entry.grant.isOver = true
      return null
    }
    entry.isUsed = true
    return entry.grant
  }

  function tokensFor(grant, form) {
    const isFirst = form.get("grant_type") === "authorization_code"
    const access_token = `CANARY-access-${randomBytes(12).toString("hex")}`
    accessTokens.set(access_token, { grant, endsAt: Date.now() + lifetime * 1000 })
    const refresh_token = `CANARY-refresh-${randomBytes(12).toString("hex")}`
    const isGiven = grant.isLasting && (isFirst || flavour === "microsoft")
    if (isGiven) refreshTokens.set(refresh_token, { grant, isUsed: false })
    const claims = Buffer.from(JSON.stringify({ email: grant.person })).toString(
      "base64url"
    )

    return {
      token_type: "Bearer",
      access_token,
      expires_in: lifetime,
      ...(isGiven && { refresh_token }),
      ...(isFirst && { id_token: `e30.${claims}.signature` }),
    }
  }

  return {
    authorizationUrl: `${base}/authorize`,
    tokenUrl: `${base}/token`,
    /** Forms that came to the token endpoint, oldest first. @type {Record<string, string>[]} */
    asked,
    refreshes: () =>
      asked.filter(({ grant_type }) => grant_type === "refresh_token").length,
    /** Who is logged in at the provider, and will consent. */
    logInAs: (address) => void (person = address),
    /** For mail servers: whether the token opens this mailbox now. */
    accepts: (user, accessToken) => {
      const entry = accessTokens.get(accessToken)
      return Boolean(
        entry &&
        entry.endsAt > Date.now() &&
        !entry.grant.isOver &&
        entry.grant.person === user
      )
    },
    /** Access tokens of before are refused from now on; the consent stays. */
    dropAccessTokens: () => accessTokens.clear(),
    /** The person takes the consent back. */
    revoke: () => {
      for (const { grant } of refreshTokens.values()) grant.isOver = true
    },
    /**
     * The next refresh is answered otherwise.
     * @param {(res: http.ServerResponse, usual: () => void) => void} answer
     */
    answerNextRefresh: (answer) => void (answerNext = answer),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve(undefined))
      }),
  }
}

function page(query, person) {
  const fields = [...query]
    .map(
      ([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`
    )
    .join("")

  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Consent</title>
<style>body{font:16px system-ui;max-width:30rem;margin:15vh auto;padding:0 1rem}button{font:inherit;padding:.5rem 1rem;margin-right:.5rem}</style>
<h1>Allow access to your mail?</h1>
<p>This page stands in for the provider's. You are logged in as <b>${escaped(person)}</b>.
The help desk asks to read and send your mail.</p>
<form>${fields}<button name="answer" value="yes">Allow</button><button name="answer" value="no">Refuse</button></form></html>`
}

const escaped = (text) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

function json(res, status, body) {
  res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
}

async function bodyOf(req) {
  const chunks = []
  for await (const chunk of req) chunks.push(chunk)
  return Buffer.concat(chunks).toString("utf8")
}
