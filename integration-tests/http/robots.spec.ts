import { createServer, type Server } from "node:http"
import { createHash } from "node:crypto"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import { drainOutbox } from "../../src/workflows"
import { aDesk } from "../support/desk"
import { anAgent, type Agent } from "./support/admin"
import { aStore, type Store } from "./support/store"

type Challenge = {
  algorithm: string
  challenge: string
  maxnumber: number
  salt: string
  signature: string
}

const VICTIM = "victim@example.com"
const REFUSED =
  "The check against robots does not count: it is wrong, too old or for another form. Reload the page and try again"
const USED = "This check against robots was used before. Reload the page and try again"

const encoded = (solution: object) =>
  Buffer.from(JSON.stringify(solution)).toString("base64")

/** What a browser does. */
function solved({ maxnumber, ...challenge }: Challenge) {
  for (let number = 0; number <= maxnumber; number++) {
    const hash = createHash("sha256").update(`${challenge.salt}${number}`).digest("hex")

    if (hash === challenge.challenge) {
      return { ...challenge, number }
    }
  }
  throw new Error("The challenge has no solution")
}

/** Robots and relays (D-03, K1 to K3, A4). */
medusaIntegrationTestRunner({
  dbName: "crm_http_robots",
  inApp: true,
  testSuite: ({
    api,
    getContainer,
  }: {
    api: AxiosInstance
    getContainer: () => MedusaContainer
  }) => {
    let ada: Agent
    let store: Store
    let sink: Awaited<ReturnType<typeof startSink>>

    const startSink = async () =>
      (await import("../support/smtp-sink.mjs")).startSmtpSink()
    const options = () => getContainer().resolve(HELPDESK_MODULE).options
    const submit = (body: object = {}, fields: object = {}, headers = {}) =>
      store.post(
        "forms/contact/submissions",
        { fields: { email: VICTIM, message: "Hello", ...fields }, ...body },
        headers
      )
    const refusal = async (captcha?: string) => {
      const { status, data } = await submit({ captcha })
      return [status, data.message]
    }
    const challenge = async (form = "contact"): Promise<Challenge> =>
      (await store.get(`captcha/challenge?for=${form}`)).data
    const count = async () =>
      (await api.get("/admin/crm/tickets", ada.headers)).data.count
    const drain = async () => {
      while (await drainOutbox(getContainer()));
    }
    const formWith = (changes: object) =>
      api.post(
        "/admin/crm/forms",
        {
          handle: "contact",
          name: "Contact",
          texts: { en: { title: "Contact" } },
          fields: [
            {
              key: "email",
              type: "email",
              required: true,
              texts: { en: { label: "E-mail" } },
            },
            { key: "name", type: "text", texts: { en: { label: "Name" } } },
            { key: "subject", type: "text", texts: { en: { label: "Subject" } } },
            { key: "message", type: "long_text", texts: { en: { label: "Message" } } },
          ],
          ...changes,
        },
        ada.headers
      )
    const asked = new Map<string, unknown>()

    beforeAll(async () => {
      sink = await startSink()
      ada = await anAgent(api, getContainer(), {
        email: "ada@shop.test",
        first_name: "Ada",
        last_name: "Agent",
      })
      store = await aStore(api, getContainer())
      const { departmentId: department_id } = await aDesk(getContainer(), {
        imap: { host: "127.0.0.1", port: 9, username: "x", password: "x" },
        smtp: sink,
      })
      await formWith({ department_id })
      await formWith({ department_id, handle: "open", captcha: false })
    })
    beforeEach(() => {
      const { captcha, storeLimits, trustedProxies } = options()

      asked.clear()
      asked.set("before", { captcha, storeLimits, trustedProxies })
      Object.assign(options(), { captcha: { provider: "altcha", maxNumber: 2000 } })
      sink.mails.length = 0
    })
    afterEach(() => {
      Object.assign(options(), asked.get("before"))
    })
    afterAll(() => sink.stop())

    describe("the captcha that is built in", () => {
      it("lets a guest pass who did the work, and asks nobody who is logged in (D-03)", async () => {
        const { form } = (await store.get("forms/contact")).data
        const mia = await store.shopper("mia@shopper.test")

        expect(form.captcha).toEqual({
          provider: "altcha",
          challenge_url: "/store/crm/captcha/challenge?for=contact",
        })
        const answer = await submit({ captcha: encoded(solved(await challenge())) })
        expect(answer.status).toBe(200)

        expect(
          (await store.get("forms/contact", mia.headers)).data.form.captcha
        ).toBeNull()
        expect((await submit({}, {}, mia.headers)).status).toBe(200)
        expect(await count()).toBe(2)
      })

      it("counts a solution once (K1)", async () => {
        const captcha = encoded(solved(await challenge()))

        expect((await submit({ captcha })).status).toBe(200)
        expect(await refusal(captcha)).toEqual([400, USED])
        expect(await count()).toBe(1)
      })

      it("keeps a solution for who made a mistake elsewhere in the form", async () => {
        const captcha = encoded(solved(await challenge()))

        expect((await submit({ captcha }, { email: "nobody" })).status).toBe(400)
        expect((await submit({ captcha })).status).toBe(200)
      })

      it("refuses what is missing, wrong, expired, altered or for another form (K1)", async () => {
        const right = solved(await challenge())
        const expired = { ...right, salt: right.salt.replace(/expires=\d+/, "expires=1") }
        const longer = {
          ...right,
          salt: right.salt.replace(/expires=\d+/, "expires=9999999999"),
        }
        expect(await refusal()).toEqual([
          400,
          "The check against robots is missing. Reload the page and try again",
        ])
        for (const wrong of [
          "nonsense",
          encoded({}),
          encoded({ ...right, number: right.number + 1 }),
          encoded({ ...right, signature: "0".repeat(64) }),
          encoded({ ...right, algorithm: "SHA-1" }),
          encoded(expired),
          encoded(longer),
          encoded(solved(await challenge("open"))),
        ]) {
          expect(await refusal(wrong)).toEqual([400, REFUSED])
        }
        expect(await count()).toBe(0)
      })

      it("says nothing of whether there is such a form", async () => {
        expect(Object.keys(await challenge("unknown"))).toEqual(
          Object.keys(await challenge())
        )
      })
    })

    describe.each([
      ["turnstile", { success: true }],
      ["hcaptcha", { success: true }],
      ["recaptcha", { success: true, score: 0.9 }],
    ] as const)("the captcha of %s", (provider, passed) => {
      let server: Server
      let verdict: { status: number; body: object }

      const useProvider = () => {
        const address = server.address()
        const port = typeof address === "object" && address ? address.port : 0

        Object.assign(options(), {
          captcha: {
            provider,
            siteKey: "site",
            secretKey: "secret",
            minScore: 0.5,
            verifyUrl: `http://127.0.0.1:${port}/siteverify`,
          },
        })
      }

      beforeAll(async () => {
        server = createServer((req, res) => {
          let body = ""

          req.on("data", (part: Buffer) => (body += part.toString()))
          req.on("end", () => {
            asked.set("form", Object.fromEntries(new URLSearchParams(body)))
            res.writeHead(verdict.status, { "content-type": "application/json" })
            res.end(JSON.stringify(verdict.body))
          })
        })
        await new Promise<void>((ready) => server.listen(0, "127.0.0.1", () => ready()))
      })
      afterAll(() => server.close())

      it("is asked with the shop's secret, and its word counts", async () => {
        useProvider()
        verdict = { status: 200, body: passed }

        expect((await store.get("forms/contact")).data.form.captcha).toEqual({
          provider,
          site_key: "site",
        })
        expect((await store.get("captcha/challenge?for=contact")).status).toBe(404)
        expect((await submit({ captcha: "token" })).status).toBe(200)
        expect(asked.get("form")).toMatchObject({ secret: "secret", response: "token" })

        verdict = {
          status: 200,
          body: { success: false, "error-codes": ["timeout-or-duplicate"] },
        }
        expect(await refusal("token")).toEqual([
          400,
          "The check against robots was not passed. Try it again",
        ])
        if ("score" in passed) {
          verdict = { status: 200, body: { success: true, score: 0.1 } }
          expect((await submit({ captcha: "token" })).status).toBe(400)
        }
      })

      it("that cannot be asked lets nobody pass, and says so", async () => {
        useProvider()
        verdict = { status: 503, body: {} }

        expect(await refusal("token")).toEqual([
          400,
          "The check against robots could not be made just now. Try again in a minute",
        ])
        expect(await count()).toBe(0)
      })
    })

    describe("a robot", () => {
      it("that fills in what people do not see is thanked and not heard", async () => {
        const answer = await store.post("forms/open/submissions", {
          fields: { email: VICTIM, message: "Buy" },
          website: "https://spam.example",
        })
        expect(answer.status).toBe(200)
        expect(answer.data.submission.ticket_number).toBeNull()
        expect(await count()).toBe(0)
      })

      it("is stopped at so many messages from its address, whatever X-Forwarded-For it makes up (K2)", async () => {
        Object.assign(options(), {
          storeLimits: { perAddress: 3, perNetwork: 100, perShop: 100 },
        })
        const send = (n: number) =>
          store.post(
            "forms/open/submissions",
            { fields: { email: VICTIM, message: "Hello" } },
            { "x-forwarded-for": `203.0.113.${n}` }
          )
        for (const n of [1, 2, 3]) {
          expect((await send(n)).status).toBe(200)
        }
        const stopped = await send(4)
        expect([stopped.status, stopped.data.message]).toEqual([
          429,
          "Too much was sent from here in a short time. Try again in ten minutes",
        ])
        expect(stopped.headers["retry-after"]).toBe("600")
        expect(await count()).toBe(3)
      })

      it("behind the shop's own proxy is known by what that proxy says; its network and the shop have limits too (K2, K3)", async () => {
        Object.assign(options(), {
          trustedProxies: 1,
          storeLimits: { perAddress: 1, perNetwork: 2, perShop: 3 },
        })
        const from = async (address: string) =>
          (
            await store.post(
              "forms/open/submissions",
              { fields: { email: VICTIM, message: "Hello" } },
              { "x-forwarded-for": `9.9.9.9, ${address}` }
            )
          ).status

        expect(await from("203.0.113.1")).toBe(200)
        expect(await from("203.0.113.1")).toBe(429)
        expect(await from("203.0.113.2")).toBe(200)
        expect(await from("203.0.113.3")).toBe(429)
        expect(await from("198.51.100.1")).toBe(200)
        expect(await from("192.0.2.1")).toBe(429)
        expect(await count()).toBe(3)
      })
    })

    describe("a victim's address, entered by somebody else", () => {
      it("gets one mail in 24 hours, and not a word of the sender's in it (A4)", async () => {
        Object.assign(options(), {
          storeLimits: { perAddress: 1000, perNetwork: 1000, perShop: 1000 },
        })
        const evil = "CHEAP PILLS https://evil.example"

        for (let n = 0; n < 20; n++) {
          const { status } = await store.post("forms/open/submissions", {
            fields: { email: VICTIM, name: evil, subject: evil, message: evil },
          })
          expect(status).toBe(200)
        }
        await drain()

        expect(await count()).toBe(20)
        expect(sink.mails).toHaveLength(1)
        expect(sink.mails[0].to).toEqual([VICTIM])
        expect(sink.mails[0].parsed.subject).toMatch(
          /Your message has reached us \(\d{7}\)/
        )
        expect(JSON.stringify(sink.mails[0].parsed)).not.toMatch(/pills|evil/i)
      })

      it("gets none where the merchant wants none", async () => {
        const { forms } = (await api.get("/admin/crm/forms", ada.headers)).data

        for (const { id } of forms) {
          await api.post(`/admin/crm/forms/${id}`, { confirm: false }, ada.headers)
        }
        await store.post("forms/open/submissions", {
          fields: { email: VICTIM, message: "Hello" },
        })
        await drain()
        expect(sink.mails).toEqual([])
      })
    })
  },
})
