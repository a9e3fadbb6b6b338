import { oauthOf } from "./oauth-of"

describe("how an account logs in with its provider", () => {
  it("says until when, and whether it has to be connected again", () => {
    const oauth = {
      provider: "google",
      expires_at: "2026-06-01T12:00:00.000Z",
      state: "reconnect",
    }
    expect(oauthOf({ oauth })).toEqual({ ...oauth, provider: "Google" })
  })

  it("is nothing for an account with a password", () => {
    expect(oauthOf({ oauth: null })).toBeNull()
    expect(oauthOf({})).toBeNull()
  })
})
