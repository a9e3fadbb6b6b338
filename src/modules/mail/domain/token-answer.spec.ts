import { ReconnectNeededError } from "./account-errors"
import { readTokenAnswer } from "./token-answer"

const idToken = (claims: object) =>
  `header.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.signature`

describe("tokens that were granted", () => {
  it("are read, with who consented", () => {
    const body = JSON.stringify({
      access_token: "a",
      refresh_token: "r",
      expires_in: 3599,
      id_token: idToken({ email: "help@shop.example", sub: "1" }),
    })

    expect(readTokenAnswer("Google", 200, body)).toEqual({
      access_token: "a",
      refresh_token: "r",
      expires_in: 3599,
      connected_as: "help@shop.example",
    })
  })

  it("keep the refresh token of before when none is given, and live an hour when nothing is said", () => {
    expect(readTokenAnswer("Google", 200, `{"access_token":"a"}`)).toEqual({
      access_token: "a",
      refresh_token: null,
      expires_in: 3600,
      connected_as: null,
    })
  })

  it("name a person of Microsoft by the login name, and nobody when the ID token is none", () => {
    const body = (id_token: string) => JSON.stringify({ access_token: "a", id_token })

    expect(
      readTokenAnswer("M", 200, body(idToken({ preferred_username: "ann@shop.example" })))
        .connected_as
    ).toBe("ann@shop.example")
    expect(readTokenAnswer("M", 200, body("nonsense")).connected_as).toBeNull()
  })
})

describe("a refusal", () => {
  it("of the grant asks for a new consent, in the provider's words without its traces", () => {
    const body = JSON.stringify({
      error: "invalid_grant",
      error_description: "AADSTS70000: The grant has expired.\r\nTrace ID: 1234",
    })
    const read = () => readTokenAnswer("Microsoft", 400, body)

    expect(read).toThrow(ReconnectNeededError)
    expect(read).toThrow(
      "Microsoft no longer accepts the consent (invalid_grant: AADSTS70000: The grant has expired.). Connect the account again"
    )
  })

  it("of the app points a developer to the option", () => {
    expect(() => readTokenAnswer("Google", 401, `{"error":"invalid_client"}`)).toThrow(
      /refused the app that is registered there \(invalid_client\).*option oauth/
    )
  })

  it.each([
    [503, "<html>down</html>"],
    [500, `{"error":"invalid_grant"}`],
    [200, "{}"],
    [200, "not json"],
  ])("with HTTP %i and %j is tried again", (status, body) => {
    const read = () => readTokenAnswer("Google", status, body)

    expect(read).not.toThrow(ReconnectNeededError)
    expect(read).toThrow(
      `Google could not renew the login (HTTP ${status}). It is tried again`
    )
  })
})
