import { createHash } from "node:crypto"
import { consentUrl } from "./consent"
import { oauthApp } from "./oauth-providers"

const registered = { clientId: "id", clientSecret: "CANARY-secret" }
const asked = {
  redirect_uri: "https://shop.example/app/settings/crm-mail-accounts/connect",
  state: "the-state",
  verifier: "the-verifier",
  address: "help@shop.example",
}

describe("the address of a consent", () => {
  it("asks Google for mail, and for a refresh token every time", () => {
    const app = oauthApp("google", { google: registered })
    const url = new URL(app ? consentUrl(app, asked) : "")

    expect(url.origin + url.pathname).toBe("https://accounts.google.com/o/oauth2/v2/auth")
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: "code",
      client_id: "id",
      redirect_uri: asked.redirect_uri,
      scope: "openid email https://mail.google.com/",
      state: "the-state",
      code_challenge: createHash("sha256").update("the-verifier").digest("base64url"),
      code_challenge_method: "S256",
      login_hint: "help@shop.example",
      access_type: "offline",
      prompt: "consent",
    })
    expect(url.href).not.toContain("CANARY")
    expect(url.href).not.toContain("the-verifier")
  })

  it("asks Microsoft in the tenant that is registered, for IMAP and SMTP", () => {
    const app = oauthApp("microsoft", {
      microsoft: { ...registered, tenant: "shop.example" },
    })
    const url = new URL(app ? consentUrl(app, asked) : "")

    expect(url.pathname).toBe("/shop.example/oauth2/v2.0/authorize")
    expect(url.searchParams.get("scope")?.split(" ")).toEqual(
      expect.arrayContaining([
        "offline_access",
        "https://outlook.office.com/IMAP.AccessAsUser.All",
        "https://outlook.office.com/SMTP.Send",
      ])
    )
  })
})

describe("an app", () => {
  it("of a sovereign cloud has endpoints and scopes of its own", () => {
    const microsoft = {
      ...registered,
      tenant: "common",
      authorizationUrl: "https://login.example.us/authorize",
      tokenUrl: "https://login.example.us/token",
      scopes: ["offline_access", "https://outlook.example.us/IMAP.AccessAsUser.All"],
    }

    expect(oauthApp("microsoft", { microsoft })).toMatchObject({
      authorization_url: microsoft.authorizationUrl,
      token_url: microsoft.tokenUrl,
      scopes: microsoft.scopes,
    })
  })

  it("that is not registered is none", () => {
    expect(oauthApp("google", {})).toBeNull()
  })
})
