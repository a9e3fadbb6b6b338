import fs from "node:fs"
import path from "node:path"
import type { Browser, Page } from "playwright-core"
import { anAdminPage } from "./support/admin-page"
import { startDemo } from "./support/running-demo"
import { aShopper } from "./support/shopper"

const LIMIT_MS = 25 * 60_000
const SCREENSHOTS = path.resolve(".test", "screenshots")
/** Told apart from what earlier runs left in the same demo. */
const RUN = `d${Date.now().toString(36)}`
const LAMP = `Lamp flickers ${RUN}`
const STRAP = `Strap is torn ${RUN}`

type Ticket = {
  id: string
  number: number
  status: { category: string }
  department: { id: string }
  locked_by: { id: string } | null
  snoozed_until: string | null
  related: { id: string; kind: string }[]
  messages: { kind: string; body_text: string; attachments: { filename: string }[] }[]
}

jest.setTimeout(LIMIT_MS)

/** One agent's round over two mails of a customer, in the order it is worked in. */
describe("an agent's daily round", () => {
  let demo: Awaited<ReturnType<typeof startDemo>>
  let browser: Browser
  let page: Page
  let ticketId: string
  /** How long its department holds a reply, as the demo has it. */
  let usualSeconds: number | null

  const api = (path: string) => `${demo.api_url}/admin/crm/${path}`
  const get = async (path: string) => (await page.request.get(api(path))).json()
  const ticketNow = async (id = ticketId): Promise<Ticket> =>
    (await get(`tickets/${id}`)).ticket
  const ticketCalled = async (subject: string): Promise<Ticket | undefined> =>
    (await get(`tickets?q=${RUN}`)).tickets.find(
      (ticket: { subject: string }) => ticket.subject === subject
    )
  const holdReplies = async (undo_send_seconds: number | null) => {
    const { department } = await ticketNow()

    await page.request.post(api(`departments/${department.id}`), {
      data: { undo_send_seconds },
    })
  }
  /** Without the desk's automatic answer, which an address gets once in half an hour. */
  const spoken = (ticket: Ticket) =>
    ticket.messages.filter(({ kind }) => kind !== "system")
  const seen = (name: string) =>
    page.screenshot({ path: path.join(SCREENSHOTS, `round-${name}.png`), fullPage: true })
  const composer = () => page.getByTestId("composer")
  const reply = () => composer().getByLabel("Your reply")
  const article = (words: string) => page.locator("article").filter({ hasText: words })

  beforeAll(async () => {
    fs.mkdirSync(SCREENSHOTS, { recursive: true })
    demo = await startDemo()
    ;({ browser, page } = await anAdminPage(demo))
    const shopper = aShopper(demo, 0)
    const to = demo.departments[0].address

    await shopper.write({ to, subject: LAMP, text: `My lamp flickers. ${RUN}` })
    await shopper.write({ to, subject: STRAP, text: `And its strap is torn. ${RUN}` })
  })

  afterAll(async () => {
    if (ticketId) {
      await holdReplies(usualSeconds)
    }
    await browser?.close()
    await demo?.stop()
  })

  it("begins with the next ticket that awaits an answer", async () => {
    await page.goto(`${demo.admin_url}/crm`)
    await page.getByRole("link", { name: /Awaiting you/ }).click()
    await page.waitForURL(/awaiting=agent/)
    const link = page.getByRole("row").filter({ hasText: LAMP }).getByRole("link").first()

    // The list looks for news by itself; a mail needs its moment to arrive.
    await page.getByText(STRAP).waitFor({ timeout: LIMIT_MS })
    await page.getByText(LAMP).waitFor({ timeout: LIMIT_MS })
    await seen("list")
    await link.click()
    await page.waitForURL(/\/crm\/tickets\/tick_/)
    ticketId = new URL(page.url()).pathname.split("/").pop() ?? ""
    await article(`My lamp flickers. ${RUN}`).waitFor()
    const { department } = await ticketNow()
    usualSeconds = (await get(`departments/${department.id}`)).department
      .undo_send_seconds
    await seen("read")
  })

  it("puts a saved reply in by '/', with the order's own words, and a file", async () => {
    await page
      .getByRole("button", { name: /^Link order #/ })
      .first()
      .click()
    await page.getByText("Linked by an agent").waitFor()
    await reply().click()
    await page.keyboard.type("/")
    await page
      .getByRole("combobox", { name: "Insert a saved reply" })
      .fill("in the order")
    await page.getByRole("option", { name: /What is in the order/ }).waitFor()
    await page.keyboard.press("Enter")
    await reply().getByText("{{ order.items }}").waitFor()
    await composer()
      .getByTestId("attach-files")
      .setInputFiles({
        name: "manual.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("Turn it off and on again."),
      })
    await composer().getByText("manual.txt").waitFor()
    await seen("written")
    // Every variable has a value: nothing warns.
    expect(await composer().getByText("These variables have no value here").count()).toBe(
      0
    )
  })

  it("sends and closes, and takes it back with text and file", async () => {
    await holdReplies(60)
    await composer().getByRole("button", { name: "Send and close" }).click()
    await page.getByRole("button", { name: "Undo" }).first().click()
    await page.getByText("The reply was not sent").waitFor()
    await reply().getByText("this is what we have for order").waitFor()
    await composer().getByText("manual.txt").waitFor()
    const ticket = await ticketNow()

    expect(ticket.status.category).toBe("open")
    expect(spoken(ticket).map(({ kind }) => kind)).toEqual(["customer"])
    await seen("taken-back")
  })

  it("sends and closes for good: the variables are the order's", async () => {
    await holdReplies(0)
    await composer().getByRole("button", { name: "Send and close" }).click()
    await page.locator("article[data-kind=agent]").waitFor()
    const { status, messages } = await ticketNow()
    const [sent] = messages

    expect(status.category).toBe("closed")
    expect(sent).toMatchObject({
      kind: "agent",
      attachments: [{ filename: "manual.txt" }],
    })
    expect(sent.body_text).toMatch(/this is what we have for order #?\d+/)
    expect(sent.body_text).not.toContain("{{")
    await seen("sent")
  })

  it("notes what is to be done next, and makes the ticket its own", async () => {
    await page.getByRole("button", { name: "Add follow-up" }).last().click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("What is to be done").fill(`Ask the maker ${RUN}`)
    await drawer.getByRole("button", { name: "Save" }).click()
    await drawer.waitFor({ state: "hidden" })
    await page.getByText(`Ask the maker ${RUN}`).waitFor()
    await page.getByRole("button", { name: "Make this my ticket" }).click()
    await page.getByText("Your ticket", { exact: true }).waitFor()

    expect((await ticketNow()).locked_by).not.toBeNull()
    await seen("claimed")
  })

  it("merges the customer's second mail in", async () => {
    const other = await ticketCalled(STRAP)

    await page.keyboard.press("m")
    const drawer = page.getByRole("dialog")
    await drawer.getByPlaceholder("Search tickets by").fill(String(other?.number))
    await page.getByRole("option", { name: new RegExp(`#${other?.number}`) }).click()
    await drawer.getByRole("button", { name: "Merge", exact: true }).click()
    await article(`And its strap is torn. ${RUN}`).waitFor()

    expect(spoken(await ticketNow())).toHaveLength(3)
    await seen("merged")
  })

  it("makes a ticket of its own of that mail after all", async () => {
    await article(`And its strap is torn. ${RUN}`)
      .locator("button[aria-haspopup=menu]")
      .click()
    await page.getByRole("menuitem", { name: "Make a ticket of this message" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("Subject").fill(`Strap, by itself ${RUN}`)
    await drawer.getByRole("button", { name: "Make a ticket" }).click()
    await page.waitForURL((url) => !url.pathname.endsWith(ticketId))
    await page.getByRole("heading", { name: `Strap, by itself ${RUN}` }).waitFor()
    const split = await ticketNow(new URL(page.url()).pathname.split("/").pop())

    expect(split.related).toMatchObject([{ id: ticketId, kind: "split_from" }])
    expect(spoken(await ticketNow())).toHaveLength(2)
    await seen("split")
  })

  it("puts it out of the way until tomorrow", async () => {
    await page.getByRole("button", { name: "Snooze", exact: true }).click()
    await page.getByRole("button", { name: /^Tomorrow morning/ }).click()
    await page
      .getByText(/^Snoozed until/)
      .first()
      .waitFor()
    const id = new URL(page.url()).pathname.split("/").pop()

    expect((await ticketNow(id)).snoozed_until).not.toBeNull()
    await seen("snoozed")
  })
})
