import http from "node:http"
import type { AddressInfo } from "node:net"
import { oauthApp } from "../domain/oauth-providers"
import { requestTokens } from "./token-endpoint"

const GRANT = { grant_type: "refresh_token", refresh_token: "CANARY-refresh" } as const

async function endpoint(answer: http.RequestListener) {
  const server = http.createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`

  return {
    app: appAt(url),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function appAt(tokenUrl: string) {
  const app = oauthApp("google", {
    google: { clientId: "id", clientSecret: "CANARY-secret", tokenUrl },
  })
  if (!app) throw new Error("no app")
  return app
}

describe("a token endpoint", () => {
  it("that says nothing is given up in time, without a word of what was sent", async () => {
    const { app, close } = await endpoint(() => undefined)
    const asked = requestTokens(app, GRANT, 100)

    await expect(asked).rejects.toThrow(
      "Google did not answer while the login was renewed (TimeoutError). It is tried again"
    )
    await expect(asked).rejects.not.toThrow(/CANARY/)
    close()
  })

  it("that is not there is tried again", async () => {
    const { app, close } = await endpoint(() => undefined)
    close()

    await expect(requestTokens(app, GRANT)).rejects.toThrow(
      /^Google did not answer while the login was renewed \(ECONNREFUSED\)/
    )
  })

  it("does not lead the secret elsewhere", async () => {
    const elsewhere = jest.fn()
    const other = await endpoint((_, res) => {
      elsewhere()
      res.end()
    })
    const { app, close } = await endpoint((_, res) =>
      res.writeHead(307, { location: other.app.token_url }).end()
    )

    await expect(requestTokens(app, GRANT)).rejects.toThrow(/did not answer/)
    expect(elsewhere).not.toHaveBeenCalled()
    close()
    other.close()
  })
})
