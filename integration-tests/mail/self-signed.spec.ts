import fs from "node:fs"
import path from "node:path"
import { checkServers } from "../../src/modules/mail/check-servers"
import { passwordSettings } from "../../src/modules/mail/account-settings"
import { allowedHostsOf } from "../../src/modules/mail/domain/allowed-hosts"
import { mailHostPolicy } from "../../src/modules/mail/transports/mail-host"

const fixture = (name: string) =>
  fs.readFileSync(path.resolve("integration-tests/fixtures/tls", name))

describe("a certificate that nobody vouches for", () => {
  it("is refused by both servers, and accepted only when that was asked for", async () => {
    const { startMailServers } = await import("../support/mail-servers.mjs")
    const servers = await startMailServers({
      domain: "shop.test",
      mailboxes: [{ address: "help@shop.test", password: "pw" }],
      certificate: {
        key: fixture("self-signed.key"),
        cert: fixture("self-signed.crt"),
      },
    })
    const { host, port, user } = servers.mailboxes[0].imap
    const check = (allow_self_signed: boolean) =>
      checkServers(
        passwordSettings(
          {
            imap_host: host,
            imap_port: port,
            imap_security: "tls",
            imap_username: user,
            imap_folder: "INBOX",
            smtp_host: servers.smtp.host,
            smtp_port: servers.smtp.port,
            smtp_security: "tls",
            smtp_username: user,
            allow_self_signed,
          },
          { imap_password: "pw" },
          mailHostPolicy(allowedHostsOf(["127.0.0.1"]))
        )
      )
    const refused = {
      ok: false,
      error: expect.stringMatching(/self[- ]signed|signed by itself/i),
    }

    expect(await check(false)).toEqual({ imap: refused, smtp: refused })
    expect(await check(true)).toEqual({ imap: { ok: true }, smtp: { ok: true } })
    await servers.stop()
  })
})
