import { createSupportClient } from "./create-support-client"

type Call = { url: string; method: string; headers: Headers; body: unknown }

const SHOP = { baseUrl: "https://shop.test/medusa/", publishableKey: "pk_1" }
const ACCESS = { token: "let-me-in", expires_at: "2030-01-01T00:00:00.000Z" }

describe("the client of a storefront", () => {
  const { fetch } = globalThis
  let calls: Call[]
  let answer: { status: number; body: unknown }

  beforeEach(() => {
    calls = []
    answer = { status: 200, body: {} }
    globalThis.fetch = async (input, init = {}) => {
      const { method = "GET", headers, body } = init
      calls.push({
        url: String(input),
        method,
        headers: new Headers(headers),
        body: typeof body === "string" ? JSON.parse(body) : body,
      })
      return Response.json(answer.body, { status: answer.status })
    }
  })

  afterEach(() => {
    globalThis.fetch = fetch
  })

  it("asks below the backend's address, with the shop's key", async () => {
    answer.body = { departments: [{ id: "dep_1", name: "Service" }] }

    expect(await createSupportClient(SHOP).departments.list()).toEqual([
      { id: "dep_1", name: "Service" },
    ])
    expect(calls[0].url).toBe("https://shop.test/medusa/store/crm/departments")
    expect(calls[0].headers.get("x-publishable-api-key")).toBe("pk_1")
    expect(calls[0].headers.has("x-crm-access")).toBe(false)
  })

  it("carries what a door gave, and only where it was given", async () => {
    const client = createSupportClient(SHOP)

    answer.body = { tickets: [], count: 0, limit: 10, offset: 0 }
    await client.withAccess(ACCESS).tickets.list({ limit: 10 })
    await client.tickets.list()

    expect(calls[0].url).toBe("https://shop.test/medusa/store/crm/tickets?limit=10")
    expect(calls[0].headers.get("x-crm-access")).toBe("let-me-in")
    expect(calls[1].headers.has("x-crm-access")).toBe(false)
  })

  it("puts ids and tokens into the address so that they stay one step of it", async () => {
    answer.body = { ticket: {} }
    await createSupportClient(SHOP).tickets.close("../orders")

    expect(calls[0]).toMatchObject({
      url: "https://shop.test/medusa/store/crm/tickets/..%2Forders/close",
      method: "POST",
      body: {},
    })
  })

  it("sends a form with its files, its captcha and what stands in its trap", async () => {
    answer.body = { submission: { ticket_number: 1000123, message: "Thank you" } }
    const sent = await createSupportClient(SHOP).forms.submit("contact", {
      fields: { email: "lena@postfach.test" },
      attachment_ids: ["att_1:token"],
      captcha: "solved",
      honeypot: { field: "website", value: "" },
    })

    expect(sent).toEqual({ ticket_number: 1000123, message: "Thank you" })
    expect(calls[0]).toMatchObject({
      url: "https://shop.test/medusa/store/crm/forms/contact/submissions",
      body: {
        fields: { email: "lena@postfach.test" },
        attachment_ids: ["att_1:token"],
        captcha: "solved",
        website: "",
      },
    })
  })

  it("rejects with the server's words and its status", async () => {
    answer = { status: 401, body: { message: "This code is wrong" } }

    await expect(
      createSupportClient(SHOP).orderAccess.confirm("oacc_1", "123456")
    ).rejects.toMatchObject({ status: 401, message: "This code is wrong" })
  })
})
