import { forwardToMedusa } from "./forward-to-medusa"

describe("a storefront that keeps the login to itself", () => {
  const { fetch } = globalThis
  let calls: { url: string; headers: Headers }[]

  const forward = forwardToMedusa({
    backendUrl: "http://medusa.internal:9000/",
    publishableKey: "pk_1",
    headers: () => ({ authorization: "Bearer hers" }),
  })
  const asked = (path: string, init?: RequestInit) =>
    forward(new Request(`https://shop.test${path}`, init))

  beforeEach(() => {
    calls = []
    globalThis.fetch = async (input, init = {}) => {
      calls.push({ url: String(input), headers: new Headers(init.headers) })
      return new Response("{}", {
        headers: { "content-type": "application/json", "set-cookie": "a=b" },
      })
    }
  })

  afterEach(() => {
    globalThis.fetch = fetch
  })

  it("passes the desk's routes on with it, and with what the visitor may say", async () => {
    const answer = await asked("/api/support/store/crm/tickets?limit=10", {
      headers: {
        "x-crm-access": "token",
        cookie: "secret",
        "x-forwarded-for": "1.2.3.4",
      },
    })
    const [{ url, headers }] = calls

    expect(url).toBe("http://medusa.internal:9000/store/crm/tickets?limit=10")
    expect(Object.fromEntries(headers)).toEqual({
      authorization: "Bearer hers",
      "x-crm-access": "token",
      "x-forwarded-for": "1.2.3.4",
      "x-publishable-api-key": "pk_1",
    })
    expect(answer.headers.has("set-cookie")).toBe(false)
    expect(answer.headers.get("cache-control")).toBe("no-store")
  })

  it.each([
    "/api/support/store/carts",
    "/api/support/admin/crm/tickets",
    "/api/support/store/crm/../customers/me",
    "/api/support/store/crm/%2e%2e/customers/me",
    "/api/support/store/orders/order_1",
  ])("passes no other path on: %s", async (path) => {
    expect((await asked(path)).status).toBe(404)
    expect(calls).toEqual([])
  })

  it("does not act for another site's page", async () => {
    const answer = await asked("/api/support/store/crm/tickets", {
      method: "POST",
      body: "{}",
      headers: { "sec-fetch-site": "cross-site" },
    })

    expect(answer.status).toBe(403)
    expect(calls).toEqual([])
  })
})
