import fs from "node:fs"
import path from "node:path"
import { chromium, type Browser, type Page } from "playwright-core"
import { startDemo } from "./support/running-demo"
import { aShopper } from "./support/shopper"

const LIMIT_MS = 25 * 60_000
const SCREENSHOTS = path.resolve(".test", "screenshots")
/** Told apart from what earlier runs left in the same demo. */
const RUN = `r${Date.now().toString(36)}`

type AnsweredTicket = { status: { category: string }; order_ids: string[] }

jest.setTimeout(LIMIT_MS)

describe("a customer's question, from her mail to the answer in her mailbox", () => {
  let demo: Awaited<ReturnType<typeof startDemo>>
  let browser: Browser
  let page: Page
  let shopper: ReturnType<typeof aShopper>
  let question: string
  let ticketUrl: string

  const seen = (name: string) =>
    page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true })

  beforeAll(async () => {
    const { chromiumPath } = await import("../support/chromium.mjs")

    fs.mkdirSync(SCREENSHOTS, { recursive: true })
    demo = await startDemo()
    shopper = aShopper(demo, 0)
    browser = await chromium.launch({
      executablePath: chromiumPath() ?? undefined,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    })
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    page.setDefaultTimeout(120_000)
  })

  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
  })

  it("lets an agent in, and leads to the desk from the sidebar (V-03)", async () => {
    await page.goto(`${demo.admin_url}/login`)
    await page.fill("input[name=email]", demo.admin.email)
    await page.fill("input[name=password]", demo.admin.password)
    await page.click("button[type=submit]")
    await page.waitForURL(/\/app\/orders/)
    await page.getByRole("link", { name: "Support" }).click()
    await page.waitForURL(/\/app\/crm$/)
    await page.getByRole("link", { name: "Tickets", exact: true }).first().click()
    await page.waitForURL(/\/app\/crm\/tickets/)
    await seen("list")
  })

  it("is a ticket in the list within moments", async () => {
    question = await shopper.write({
      to: demo.departments[0].address,
      subject: `Teapot lid ${RUN}`,
      text: `Hello, my teapot has no lid. ${RUN}`,
    })
    await page.goto(`${demo.admin_url}/crm/tickets?q=${RUN}`)
    const row = page.getByText(`Teapot lid ${RUN}`)

    for (let looks = 0; looks < 60 && !(await row.isVisible()); looks++) {
      await row.waitFor({ timeout: 2_000 }).catch(() => page.reload())
    }
    await row.click()
    await page.waitForURL(/\/app\/crm\/tickets\/tick_/)
    ticketUrl = page.url()
    await page.getByText(`Hello, my teapot has no lid. ${RUN}`).waitFor()
    await seen("ticket")
  })

  it("shows whom the reply goes to, warns of newcomers, and clears the copies in one click (X-17)", async () => {
    const composer = page.getByTestId("composer")
    const cc = composer.getByLabel("Cc", { exact: true })
    const bcc = composer.getByLabel("Bcc", { exact: true })

    expect(await composer.getByLabel("To", { exact: true }).inputValue()).toContain(
      demo.shoppers[0].email
    )
    await cc.fill("somebody@elsewhere.test")
    await bcc.fill("boss@elsewhere.test")
    await composer
      .getByText(
        "somebody@elsewhere.test, boss@elsewhere.test have not been part of this ticket before."
      )
      .waitFor()
    await seen("recipients")
    await composer.getByRole("button", { name: "Clear Cc and Bcc" }).click()

    expect(await cc.inputValue()).toBe("")
    expect(await bcc.inputValue()).toBe("")
  })

  it("is answered, and the answer threads below it in her mailbox", async () => {
    await page.getByLabel("Your reply").fill(`A new lid is on its way. ${RUN}`)
    await page.getByRole("button", { name: "Send and close" }).click()
    // A formatted answer is shown in a frame of its own.
    await page
      .frameLocator("article iframe")
      .first()
      .getByText(`A new lid is on its way. ${RUN}`)
      .waitFor()

    const answer = await shopper.receives(`A new lid is on its way. ${RUN}`)

    expect(answer.inReplyTo).toBe(question)
    expect(answer.references).toContain(question)
    expect(answer.from?.address).toBe(demo.departments[0].address)
    expect(answer.subject).toMatch(/^\[#\d{7}\] Teapot lid/)
    await seen("answered")

    await shopper.write({
      to: demo.departments[0].address,
      subject: `Re: ${answer.subject}`,
      text: `Thank you! ${RUN}`,
      inReplyTo: answer.messageId,
      references: `${answer.references} ${answer.messageId}`,
    })
  })

  it("stays one ticket with her reply, which opens it again", async () => {
    await page.goto(ticketUrl)
    const reply = page.getByText(`Thank you! ${RUN}`)

    for (let looks = 0; looks < 60 && !(await reply.isVisible()); looks++) {
      await reply.waitFor({ timeout: 2_000 }).catch(() => page.reload())
    }
    const { status } = await ticketAt(ticketUrl)

    expect(status.category).toBe("open")
    await seen("reopened")
  })

  it("is opened from an order, which it carries (D-24)", async () => {
    await page.goto(`${demo.admin_url}/orders`)
    await page.locator("tbody tr").first().click()
    await page.waitForURL(/\/app\/orders\/order_/)
    const orderId = page.url().split("/").pop()?.split("?")[0]

    await page
      .getByRole("link", { name: "Open ticket" })
      .or(page.getByRole("button", { name: "Open ticket" }))
      .first()
      .click()
    await page.waitForURL(/\/app\/crm\/tickets\/create/)
    await seen("new-ticket-from-order")
    expect(new URL(page.url()).searchParams.get("order_id")).toBe(orderId)
    await expectValue("E-mail address", /@/)
    await page.getByLabel("Subject").fill(`About your order ${RUN}`)
    await page.getByLabel("Message", { exact: true }).fill("We checked your order.")
    await choose("Department")
    await page.getByRole("button", { name: "Create ticket" }).click()
    await page.waitForURL(/\/app\/crm\/tickets\/tick_/)
    const ticket = await ticketAt(page.url())

    expect(ticket.order_ids).toEqual([orderId])
    await seen("ticket-from-order")
  })

  /** What the server says of the ticket on a page, asked for as the page asks. */
  const ticketAt = async (url: string): Promise<AnsweredTicket> => {
    const answer = await page.request.get(
      `${demo.api_url}/admin/crm/tickets/${url.split("/").pop()}`
    )
    return (await answer.json()).ticket
  }

  const expectValue = async (label: string, pattern: RegExp) =>
    expect(await page.getByLabel(label).inputValue()).toMatch(pattern)

  /** Picks the first of a menu's choices. */
  const choose = async (label: string) => {
    await page.getByLabel(label).first().click()
    await page.getByRole("option").first().click()
  }
})
