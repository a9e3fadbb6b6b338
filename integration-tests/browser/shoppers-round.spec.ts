import fs from "node:fs"
import path from "node:path"
import { chromium, type Browser, type Locator, type Page } from "playwright-core"
import type { Email } from "postal-mime"
import { ApiClient } from "../support/api-client"
import { barriersOf, bringAxe } from "./support/axe"
import { startDemo } from "./support/running-demo"
import { aShopper } from "./support/shopper"

const LIMIT_MS = 25 * 60_000
const SCREENSHOTS = path.resolve(".test", "screenshots")
/** Told apart from what earlier runs left in the same demo. */
const RUN = `r${Date.now().toString(36)}`

jest.setTimeout(LIMIT_MS)

describe("a shopper's round through the storefront", () => {
  let demo: Awaited<ReturnType<typeof startDemo>>
  let browser: Browser
  let page: Page
  let admin: ApiClient

  beforeAll(async () => {
    const { chromiumPath } = await import("../support/chromium.mjs")

    fs.mkdirSync(SCREENSHOTS, { recursive: true })
    demo = await startDemo()
    admin = await ApiClient.login(demo.api_url, demo.admin)
    browser = await chromium.launch({
      executablePath: chromiumPath() ?? undefined,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    })
    page = await arrive()
  })

  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
  })

  describe("as a guest", () => {
    it("finds the shop, and the shoppers' mailboxes behind it", async () => {
      await page.goto(demo.storefront_url)
      await page.getByRole("heading", { name: "Good gear for bad weather" }).waitFor()
      await page.getByText("Fjell Rain Jacket").waitFor()
      await seen("home")

      expect(
        await page
          .getByRole("link", { name: "the shoppers' mailboxes" })
          .getAttribute("href")
      ).toBe(new URL(demo.mailboxes_url).pathname)
    })

    it("is told at each field what is missing, and where to begin (B-17)", async () => {
      await page.getByRole("link", { name: "Contact", exact: true }).click()
      await page.getByLabel("Your name").waitFor()
      await page.getByRole("button", { name: "Send", exact: true }).click()
      await page.getByText(/^Please check \d fields\.$/).waitFor()
      const first = page.locator("[aria-invalid=true]").first()

      expect(await first.and(page.locator(":focus")).count()).toBe(1)
      expect(await errorOf(first)).toMatch(/^Please fill in/)
      await seen("contact-refused")
    })

    it("writes with a photo, past the check against robots (V-06, D-09)", async () => {
      await fillContactForm(page, `A stuck zip ${RUN}`)
      await page.getByLabel(/^Photo/).setInputFiles({
        name: "zip.png",
        mimeType: "image/png",
        buffer: PHOTO,
      })
      await page.locator("[data-state=done]").waitFor()
      await seen("contact-filled")
      await page.getByRole("button", { name: "Send", exact: true }).click()
      await page.getByRole("heading", { name: "Thank you" }).waitFor()
      await seen("contact-sent")

      const ticket = await ticketAbout(`A stuck zip ${RUN}`)
      expect(ticket).toMatchObject({
        channel: "form",
        requester: { email: "guest@postfach.test" },
      })
      // Beside the confirmation that the desk has sent her.
      expect(ticket.messages).toContainEqual(
        expect.objectContaining({
          kind: "customer",
          attachments: [
            expect.objectContaining({ filename: "zip.png", mime_type: "image/png" }),
          ],
        })
      )
    })

    it("finds the same form as one tag on a plain page", async () => {
      await page.goto(`${demo.storefront_url}/contact-without-react`)
      await fillContactForm(page, `From a plain page ${RUN}`)
      await seen("plain-page")
      await page.getByRole("button", { name: "Send", exact: true }).click()
      await page.getByRole("heading", { name: "Thank you" }).waitFor()

      expect(await ticketAbout(`From a plain page ${RUN}`)).toMatchObject({
        channel: "form",
      })
    })

    it("comes to an order with the code out of the mailbox, asks and is heard (X-06)", async () => {
      const shopper = aShopper(demo, 1)
      const number = await orderNumberOf(shopper.email)
      const asked = Date.now()

      await page.goto(`${demo.storefront_url}/order-help`)
      await page.getByLabel("Order number").fill(`${number}`)
      await page.getByLabel("E-mail address").fill(shopper.email)
      await seen("door")
      await page.getByRole("button", { name: "Send me a code" }).click()
      const code = page.getByLabel("Code from our e-mail")
      await code.fill("000000")
      await page.getByRole("button", { name: "Show my order" }).click()
      await page.getByText("This code is wrong or no longer counts.").waitFor()
      await seen("door-code")

      const mail = await shopper.receives(`order #${number}`, 120_000, asked)
      await code.fill(/\b\d{6}\b/.exec(mail.text ?? "")?.[0] ?? "")
      await page.getByRole("button", { name: "Show my order" }).click()
      await page.getByRole("heading", { name: `Order ${number}` }).waitFor()
      await seen("door-order")

      await page.getByRole("button", { name: "New request" }).click()
      await ask(page, `Where is it? ${RUN}`)
      await page.getByRole("heading", { name: `Where is it? ${RUN}` }).waitFor()
      await seen("door-request")

      expect(await ticketAbout(`Where is it? ${RUN}`)).toMatchObject({
        requester: { email: shopper.email },
        orders: [expect.objectContaining({ display_id: expect.anything() })],
      })
    })
  })

  describe("with an account", () => {
    let ticketId: string
    let department: string | undefined

    it("logs in and sees orders and requests (D-12)", async () => {
      await page.goto(`${demo.storefront_url}/login`)
      await page.getByLabel("E-mail address").fill(demo.shoppers[0].email)
      await page.getByLabel("Password").fill(demo.shoppers[0].password)
      await seen("login")
      await page.getByRole("button", { name: "Log in" }).click()
      await page.getByRole("heading", { name: "My requests" }).waitFor()
      await page
        .getByRole("link", { name: /^Order \d+$/ })
        .first()
        .waitFor()
      await seen("account")
    })

    it("opens a request about an order (D-10, D-13)", async () => {
      await page
        .getByRole("link", { name: /^Order \d+$/ })
        .first()
        .click()
      await page.getByRole("link", { name: "Ask about this order" }).click()
      await page.getByLabel("Your message").waitFor()
      await seen("new-request")
      await ask(page, `The sleeve is too short ${RUN}`)
      await page
        .getByRole("heading", { name: `The sleeve is too short ${RUN}` })
        .waitFor()
      ticketId = new URL(page.url()).pathname.split("/").at(-1) ?? ""

      const { ticket } = await admin.get(`/admin/crm/tickets/${ticketId}`)
      expect(ticket).toMatchObject({
        channel: "account",
        requester: { email: demo.shoppers[0].email },
        awaiting: "agent",
      })
      expect(ticket.order_ids).toHaveLength(1)
    })

    it("reads the answer the agent gave, and no note (D-17)", async () => {
      await answersAtOnce(ticketId)
      await admin.post(`/admin/crm/tickets/${ticketId}/notes`, {
        body_text: `Between us ${RUN}`,
      })
      await admin.post(`/admin/crm/tickets/${ticketId}/replies`, {
        body_text: `Send it back, we pay for it. ${RUN}`,
        status_after: "pending",
      })
      await page.reload()
      await page.getByText(`Send it back, we pay for it. ${RUN}`).waitFor()
      await seen("answered")

      expect(await page.getByText(`Between us ${RUN}`).count()).toBe(0)
    })

    it("replies", async () => {
      await page.getByLabel("Your answer").fill(`Thank you, I will. ${RUN}`)
      await page.getByRole("button", { name: "Send answer" }).click()
      await page.getByText("Your answer was sent.").waitFor()
      await page.getByText(`Thank you, I will. ${RUN}`).waitFor()

      const { ticket } = await admin.get(`/admin/crm/tickets/${ticketId}`)
      expect(ticket).toMatchObject({ awaiting: "agent", status: { category: "open" } })
    })

    it("closes the request, and opens it again", async () => {
      await page.getByRole("button", { name: "Close request" }).click()
      await page.getByText("The request is closed.").waitFor()
      await page.getByRole("button", { name: "Open it again" }).click()
      await page.getByText("The request is open again.").waitFor()
      await seen("reopened")
    })

    it("finds the link of the shop's mail open that request, and no other page of hers", async () => {
      const mail = await aShopper(demo, 0).receives(`Send it back, we pay for it. ${RUN}`)
      const [link] = linksIn(mail, "/support/t/")
      const guest = await arrive()

      await guest.goto(link)
      await guest
        .getByRole("heading", { name: `The sleeve is too short ${RUN}` })
        .waitFor()
      await seen("link", guest)
      await guest.goto(`${demo.storefront_url}/account`)
      await guest.waitForURL(/\/login$/)
      await guest.context().close()
    })

    it("is asked by mail how it was; to open the link says nothing, to send it does (E-17)", async () => {
      const closed = Date.now()
      await admin.post(`/admin/crm/tickets/${ticketId}/replies`, {
        body_text: `The money is on its way. ${RUN}`,
        status_after: "closed",
      })
      const mail = await aShopper(demo, 0).receives("/support/r/", 120_000, closed)

      await page.goto(linksIn(mail, "/support/r/")[0])
      await page.getByLabel("Good", { exact: true }).waitFor()
      await seen("rating-page")
      expect(await ratingsOf(ticketId)).toMatchObject([{ value: null }])

      await page.getByLabel("Good", { exact: true }).check()
      await page.getByLabel(/^What would you like to tell us/).fill(`Quick! ${RUN}`)
      await page.getByRole("button", { name: "Send rating" }).click()
      await page.getByText("Thank you for telling us.").waitFor()
      await seen("rated")
      expect(await ratingsOf(ticketId)).toMatchObject([
        { value: 3, tone: "good", comment: `Quick! ${RUN}` },
      ])
    })

    it("finds her rating at the request, and changes her mind", async () => {
      await page.goto(`${demo.storefront_url}/account/requests/${ticketId}`)
      await page.getByText("You have rated this request: Good").waitFor()
      await page.getByRole("button", { name: "Change my rating" }).click()
      await page.getByLabel("Okay", { exact: true }).check()
      await seen("rating")
      await page.getByRole("button", { name: "Send rating" }).click()
      await page.getByText("You have rated this request: Okay").waitFor()

      expect(await ratingsOf(ticketId)).toMatchObject([{ value: 2, tone: "neutral" }])
    })

    const ratingsOf = async (id: string) =>
      (await admin.get(`/admin/crm/tickets/${id}`)).ticket.ratings

    /** Replies of its department leave without the time to take them back, and it asks how it was. */
    const answersAtOnce = async (id: string) => {
      const { ticket } = await admin.get(`/admin/crm/tickets/${id}`)
      department = ticket.department.id
      await admin.post(`/admin/crm/departments/${department}`, {
        undo_send_seconds: 0,
        rating_mode: "after_closing",
        rating_delay_minutes: 0,
      })
    }

    /** As the other tests of the same demo expect it. */
    afterAll(async () => {
      if (!department) return
      await admin.post(`/admin/crm/departments/${department}`, {
        undo_send_seconds: null,
        rating_mode: "off",
        rating_delay_minutes: 60,
      })
    })
  })

  it("can be made in German, on a narrow screen, in the dark", async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${demo.storefront_url}/account`)
    await page.getByRole("button", { name: "Deutsch" }).click()
    await page.getByRole("heading", { name: "Meine Anfragen" }).waitFor()
    await page.emulateMedia({ colorScheme: "dark" })
    await seen("account-german-narrow")

    expect(await widthOf(page)).toBeLessThanOrEqual(390)
  })

  const arrive = async () => {
    const arrived = await browser.newPage({ viewport: { width: 1200, height: 900 } })
    arrived.setDefaultTimeout(120_000)
    await bringAxe(arrived)
    return arrived
  }

  /** A picture of the page, on which nothing keeps anybody out. */
  const seen = async (name: string, shown = page) => {
    expect({ name, barriers: await barriersOf(shown) }).toEqual({ name, barriers: [] })
    await shown.screenshot({
      path: path.join(SCREENSHOTS, `storefront-${name}.png`),
      fullPage: true,
    })
  }

  const ticketAbout = async (words: string) => {
    const { tickets } = await admin.get(
      `/admin/crm/tickets?q=${encodeURIComponent(words.split(" ").at(-1) ?? "")}`
    )
    const found = tickets.find(({ subject }: { subject: string }) => subject === words)
    return (await admin.get(`/admin/crm/tickets/${found?.id}`)).ticket
  }

  const orderNumberOf = async (email: string): Promise<number> => {
    const { orders } = await admin.get(
      `/admin/orders?fields=id,display_id,email&q=${encodeURIComponent(email)}`
    )
    return orders[0].display_id
  }
})

/** Addresses in a mail, whole also where its lines are broken. */
const linksIn = ({ text }: Email, below: string) =>
  [...(text ?? "").matchAll(/https?:\/\/\S+/g)]
    .map(([link]) => link)
    .filter((link) => link.includes(below))

const fillContactForm = async (page: Page, subject: string) => {
  await page.getByLabel("Your name").fill("Ada Guest")
  await page.getByLabel("E-mail address").fill("guest@postfach.test")
  await page.getByLabel("Topic").selectOption("product")
  await page.getByLabel("What is it about?").fill(subject)
  await page.getByLabel("Your message").fill("The zip does not close any more.")
  await page.getByLabel(/^I agree/).check()
}

const ask = async (page: Page, subject: string) => {
  await page.getByLabel("Who should answer?").selectOption({ index: 1 })
  await page.getByLabel("Subject").fill(subject)
  await page.getByLabel("Your message").fill("Please have a look at it.")
  await page.getByRole("button", { name: "Send request" }).click()
}

/** What is wrong with a field, as it is tied to it. */
const errorOf = async (field: Locator) => {
  const ids = (await field.getAttribute("aria-describedby")) ?? ""
  return field
    .page()
    .locator(`[id="${ids.split(" ").at(-1)}"]`)
    .textContent()
}

const widthOf = (page: Page) =>
  page.evaluate(() => {
    const { document } = globalThis as unknown as {
      document: { documentElement: { scrollWidth: number } }
    }
    return document.documentElement.scrollWidth
  })

/** A small picture that is one, byte by byte. */
const PHOTO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64"
)
