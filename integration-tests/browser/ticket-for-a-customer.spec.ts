import type { Browser, Page } from "playwright-core"
import { anAdminPage } from "./support/admin-page"
import { startDemo } from "./support/running-demo"

const LIMIT_MS = 25 * 60_000
const RUN = `c${Date.now().toString(36)}`

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
})
