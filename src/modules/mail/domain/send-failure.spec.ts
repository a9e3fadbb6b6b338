import { sendFailureOf, sendingPause } from "./send-failure"

describe("an attempt that failed", () => {
  it.each([
    ["a refused login", { code: "EAUTH", responseCode: 535, command: "AUTH PLAIN" }],
    [
      "a login that is demanded later",
      { code: "EENVELOPE", responseCode: 530, command: "MAIL FROM" },
    ],
    ["STARTTLS that is refused", { code: "ETLS", command: "STARTTLS" }],
    [
      "an expired certificate",
      { code: "ESOCKET", originalCode: "CERT_HAS_EXPIRED", command: "CONN" },
    ],
    [
      "a self-signed certificate",
      { code: "ESOCKET", originalCode: "DEPTH_ZERO_SELF_SIGNED_CERT" },
    ],
    [
      "a certificate for another name",
      { code: "ESOCKET", originalCode: "ERR_TLS_CERT_ALTNAME_INVALID" },
    ],
    [
      "a port without TLS",
      { code: "ESOCKET", originalCode: "ERR_SSL_WRONG_VERSION_NUMBER" },
    ],
    ["a name that is not found now", { code: "ENOTFOUND", isUnreached: true }],
    ["a refused connection", { code: "ECONNREFUSED", isUnreached: true }],
    ["no greeting", { code: "ETIMEDOUT", timeoutType: "GREETING_TIMEOUT" }],
    ...[421, 554].map((responseCode): [string, object] => [
      `${responseCode} at the greeting`,
      {
        code: "EPROTOCOL",
        message: `Invalid greeting. response=${responseCode} No service`,
        responseCode,
      },
    ]),
  ])("by %s stops the account", (_what, error) => {
    expect(sendFailureOf(error)).toBe("account")
  })

  it.each([
    [
      "all recipients refused",
      { code: "EENVELOPE", responseCode: 550, command: "RCPT TO" },
    ],
    [
      "too large, said at MAIL FROM",
      { code: "EENVELOPE", responseCode: 552, command: "MAIL FROM" },
    ],
    ["its content refused", { code: "EMESSAGE", responseCode: 554, command: "DATA" }],
    [
      "too large for what the server announced",
      { code: "EMESSAGE", command: "MAIL FROM" },
    ],
  ])("with %s is the mail's own, for good", (_what, error) => {
    expect(sendFailureOf(error)).toBe("mail")
  })

  it.each([
    ["greylisting", { code: "EENVELOPE", responseCode: 450, command: "RCPT TO" }],
    ["a full disk", { code: "EENVELOPE", responseCode: 452, command: "MAIL FROM" }],
    [
      "451 after the mail was sent",
      { code: "EMESSAGE", responseCode: 451, command: "DATA" },
    ],
    ["a connection that was cut", { code: "ECONNECTION", command: "CONN" }],
    ["a server that says nothing more", { code: "ETIMEDOUT", command: "CONN" }],
  ])("by %s may pass", (_what, error) => {
    expect(sendFailureOf(error)).toBe("passing")
  })
})

it("an account that cannot log in is tried ever more rarely, five times in an hour at most", () => {
  const minutes = [1, 2, 3, 4, 5, 99].map((failures) => sendingPause(failures) / 60_000)

  expect(minutes).toEqual([2, 5, 15, 30, 60, 60])
})
