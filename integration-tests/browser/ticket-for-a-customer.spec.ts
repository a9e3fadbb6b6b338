import type { Browser, Page } from "playwright-core"
import { anAdminPage } from "./support/admin-page"
import { startDemo } from "./support/running-demo"

const LIMIT_MS = 25 * 60_000
const RUN = `c${Date.now().toString(36)}`

/** Runs in the page: notes when the first message is about to be painted. */
const MARK_THE_CONVERSATION = `
  const noted = new MutationObserver(() => {
    if (document.querySelector("article")) {
      noted.disconnect()
      requestAnimationFrame(() => performance.mark("conversation"))
    }
  })
  noted.observe(document, { childList: true, subtree: true })
`

jest.setTimeout(LIMIT_MS)

describe("an agent in the demo's admin", () => {
  let demo: Awaited<ReturnType<typeof startDemo>>
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    demo = await startDemo()
    ;({ browser, page } = await anAdminPage(demo))
  })

  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
  })

  const get = async (path: string) =>
    (await page.request.get(`${demo.api_url}/admin/${path}`)).json()

  it("finds four departments to begin with (V-14)", async () => {
    const { departments } = await get("crm/departments")

    expect(
      departments.map(({ private_name }: { private_name: string }) => private_name)
    ).toEqual(expect.arrayContaining(["Sales", "Returns", "Customer Service", "Support"]))
  })

  it("is led from an empty desk to departments, then to mail accounts (V-04)", async () => {
    const none = { count: 0, offset: 0, limit: 20 }
    const answer = (pattern: string, json: object) =>
      page.route(pattern, (route) => route.fulfill({ json }))

    await answer("**/admin/crm/tickets?*", { tickets: [], next_cursor: null, ...none })
    await answer("**/admin/crm/departments*", { departments: [], ...none })
    await answer("**/admin/crm/summary*", {
      enabled: true,
      has_storefront: false,
      ratings: { asked: 0, answered: 0, good: 0, neutral: 0, bad: 0 },
      departments: 0,
      mail_accounts: { total: 0, failing: 0 },
      open_tickets: 0,
      awaiting_agent: 0,
      unanswered: 0,
      mine_open: 0,
    })
    await page.goto(`${demo.admin_url}/crm/tickets`)
    await page.getByText("First, make a department").waitFor()
    await page.goto(`${demo.admin_url}/crm`)
    await page.getByText("Set up your desk").waitFor()
    await page.getByText("Connect a mail account").waitFor()
    await page.unrouteAll()
  })

  it("sees the correspondence beside the customer (V-46)", async () => {
    const { tickets } = await get("crm/tickets?limit=1&status=open")

    await page.goto(`${demo.admin_url}/crm/tickets/${tickets[0].id}`)
    await page.getByRole("heading", { name: /^Conversation/ }).waitFor()
    await page.getByRole("heading", { name: "Customer", exact: true }).waitFor()
  })

  it("opens a ticket from a customer's page, with name and address filled in (D-18, B-20)", async () => {
    const [{ email }] = demo.shoppers
    const { customers } = await get(
      `customers?email=${encodeURIComponent(email)}&limit=1`
    )

    await page.goto(`${demo.admin_url}/customers/${customers[0].id}`)
    await page
      .getByRole("link", { name: "Open ticket" })
      .or(page.getByRole("button", { name: "Open ticket" }))
      .first()
      .click()
    await page.waitForURL(/\/app\/crm\/tickets\/create/)
    expect(await page.getByLabel("E-mail address").inputValue()).toBe(email)
    expect(new URL(page.url()).searchParams.get("customer_id")).toBe(customers[0].id)
  })

  it("finds a customer by name (V-79)", async () => {
    const { customers } = await get("customers?limit=1&q=Baker")

    await page.goto(`${demo.admin_url}/crm/tickets/create`)
    await page.getByPlaceholder("Search customers by name or e-mail").fill("Baker")
    await page.getByRole("option", { name: /Baker/ }).first().click()
    expect(await page.getByLabel("E-mail address").inputValue()).toBe(customers[0].email)
  })

  it("makes a customer without leaving the form (V-80)", async () => {
    const email = `${RUN}@shopper.test`

    await page.goto(`${demo.admin_url}/crm/tickets/create`)
    await page.getByRole("button", { name: "Create customer" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("E-mail").fill(email)
    await drawer.getByLabel("First name").fill("New")
    await drawer.getByRole("button", { name: "Save" }).click()
    await drawer.waitFor({ state: "hidden" })
    expect(await page.getByLabel("E-mail address").inputValue()).toBe(email)

    const { customers } = await get(`customers?email=${encodeURIComponent(email)}`)
    expect(customers).toHaveLength(1)
  })

  it("puts a saved reply into a new ticket by '/' (E-08)", async () => {
    await page.goto(`${demo.admin_url}/crm/tickets/create`)
    await page.getByLabel("Message", { exact: true }).click()
    await page.keyboard.type("/")
    await page
      .getByRole("combobox", { name: "Insert a saved reply" })
      .fill("look into it")
    await page.getByRole("option", { name: /We look into it/ }).click()
    await page
      .getByLabel("Message", { exact: true })
      .getByText("thank you for telling us")
      .waitFor()
  })

  /** Open tickets of the demo that nobody answered, the newest first. */
  const openTickets = async (): Promise<
    { id: string; number: number; subject: string }[]
  > => (await get("crm/tickets?limit=20&status=open")).tickets

  it("is shown a ticket after one request; what stands beside it follows", async () => {
    const [{ id }] = await openTickets()

    await page.addInitScript({ content: MARK_THE_CONVERSATION })
    await page.goto(`${demo.admin_url}/crm/tickets/${id}`)
    await page.getByText("Notes about the customer").waitFor()
    const asked = await page.evaluate(() => {
      const [{ startTime: painted }] = performance.getEntriesByName("conversation")

      return performance
        .getEntriesByType("resource")
        .filter(({ name }) => /\/admin\/(crm\/|users\/me\?)/.test(name))
        .map(({ name, startTime }) => ({ name, isBefore: startTime <= painted }))
    })

    const before = asked.filter(({ isBefore }) => isBefore).map(({ name }) => name)

    // The head of every page, with its two badges, is painted before the page's own answer is there.
    expect(before.filter((name) => !/\/crm\/(mail-alerts|notices)/.test(name))).toEqual([
      expect.stringContaining(`/admin/crm/tickets/${id}`),
    ])
    expect(before.length).toBeLessThanOrEqual(3)
    expect(asked.map(({ name }) => name)).toContainEqual(
      expect.stringContaining("/admin/crm/people")
    )
  })

  it("works by keys, and writes letters where letters are written (E-22)", async () => {
    const [first, second] = await openTickets()

    await page.goto(`${demo.admin_url}/crm/tickets?status=open`)
    await page.getByRole("link", { name: `#${first.number}` }).click()
    await page.locator("article").first().waitFor()
    await page.keyboard.press("j")
    await page.waitForURL(new RegExp(`/crm/tickets/${second.id}`))
    await page.getByRole("heading", { name: second.subject }).waitFor()
    await page.keyboard.press("n")
    await page.getByLabel("Your note").and(page.locator(":focus")).waitFor()
    await page.keyboard.type("jke?")
    expect(await page.getByLabel("Your note").inputValue()).toBe("jke?")
    expect(page.url()).toContain(second.id)
    await page.getByLabel("Your note").fill("")
    await page.getByLabel("Your note").blur()
    await page.keyboard.press("?")
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor()
    await page.keyboard.press("Escape")
    await page.getByRole("dialog").waitFor({ state: "hidden" })
    await page.keyboard.press("k")
    await page.waitForURL(new RegExp(`/crm/tickets/${first.id}`))
  })

  it("merges a ticket into another and takes it back (E-04, X-14 AC1)", async () => {
    const [survivor, other] = await openTickets()

    await page.goto(`${demo.admin_url}/crm/tickets/${survivor.id}`)
    await page.locator("article").first().waitFor()
    await page.keyboard.press("m")
    const drawer = page.getByRole("dialog")
    await drawer.getByPlaceholder("Search tickets by").fill(String(other.number))
    await page.getByRole("option", { name: new RegExp(`#${other.number}`) }).click()
    await drawer.getByRole("button", { name: "Merge", exact: true }).click()
    await page.getByText(`merged into #${survivor.number}`).waitFor()
    await page.getByText(`From #${other.number}`).first().waitFor()
    expect((await get(`crm/tickets/${other.id}`)).ticket.merged_into.id).toBe(survivor.id)
    await page.getByRole("button", { name: "Undo" }).first().click()
    await page.getByText("Undone", { exact: true }).waitFor()
    expect((await get(`crm/tickets/${other.id}`)).ticket.merged_into).toBeNull()
  })

  it("changes the rows that are selected, with one undo (V-112, V-114)", async () => {
    const [first, second] = await openTickets()
    const categories = async () => {
      const both = [
        await get(`crm/tickets/${first.id}`),
        await get(`crm/tickets/${second.id}`),
      ]
      return both.map(({ ticket }) => ticket.status.category)
    }

    await page.goto(`${demo.admin_url}/crm/tickets?status=open`)
    for (const { number } of [first, second]) {
      await page
        .getByRole("row", { name: new RegExp(`#${number}`) })
        .getByRole("checkbox")
        .click()
    }
    await page.getByText("2 tickets selected").waitFor()
    await page.getByRole("button", { name: /Change status/ }).click()
    await page.getByRole("button", { name: "Change 2 tickets" }).click()
    await page.getByText("2 tickets changed").waitFor()
    expect(await categories()).toEqual(["closed", "closed"])
    await page.getByRole("button", { name: "Undo" }).first().click()
    await page.getByText("Undone", { exact: true }).waitFor()
    expect(await categories()).toEqual(["open", "open"])
  })
})
