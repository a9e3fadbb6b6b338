import { isLoginRefused, serverWords } from "./server-words"

it("repeats what the server said", () => {
  expect(
    serverWords({ message: "x", responseText: "Invalid credentials\r\n (Failure)" })
  ).toBe("Invalid credentials (Failure)")
  expect(
    serverWords({ message: "x", response: "550 5.1.1 No such user", code: "EENVELOPE" })
  ).toBe("550 5.1.1 No such user")
})

it("explains a connection that never came to words", () => {
  expect(
    serverWords({ message: "connect ECONNREFUSED 1.2.3.4:993", code: "ECONNREFUSED" })
  ).toBe("Nothing answers on this host and port (ECONNREFUSED)")
})

it("falls back to the error's own message, in one line", () => {
  expect(serverWords(new Error("odd\nthing"))).toBe("odd thing")
})

it("finds the reason that nodemailer leaves in its message", () => {
  expect(
    serverWords({ message: "connect ECONNREFUSED 1.2.3.4:25", code: "ESOCKET" })
  ).toBe("Nothing answers on this host and port (ECONNREFUSED)")
})

it("explains OpenSSL's words for a port without TLS", () => {
  expect(
    serverWords({
      message:
        "80AB:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../x.c",
      code: "EPROTO",
    })
  ).toMatch(/^The server does not speak TLS on this port/)
})

it("repeats what the server said when it hung up", () => {
  expect(
    serverWords({
      message: "Unexpected close",
      code: "ClosedAfterConnectText",
      reason: "Too many connections",
    })
  ).toBe("Too many connections")
})

it("names the reason behind a failed connection of nodemailer", () => {
  expect(
    serverWords({
      message: "certificate has expired",
      code: "ESOCKET",
      originalCode: "CERT_HAS_EXPIRED",
    })
  ).toBe("The server's certificate has expired (CERT_HAS_EXPIRED)")
})

it("of a database repeats neither the statement nor what was in it", () => {
  expect(
    serverWords({ message: "insert into x values ('secret') - bad", code: "22021" })
  ).toBe("The database refused it (SQLSTATE 22021)")
})

it("knows a refused login of either library", () => {
  expect(isLoginRefused({ authenticationFailed: true })).toBe(true)
  expect(isLoginRefused({ code: "EAUTH" })).toBe(true)
  expect(isLoginRefused({ code: "ECONNRESET" })).toBe(false)
})
