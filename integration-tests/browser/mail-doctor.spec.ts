import fs from "node:fs"
import path from "node:path"
import type { Client } from "pg"
import type { Browser, Page } from "playwright-core"
import { anAdminPage } from "./support/admin-page"
import { startDemo } from "./support/running-demo"
import { aShopper } from "./support/shopper"

const LIMIT_MS = 25 * 60_000
const SCREENSHOTS = path.resolve(".test", "screenshots")
/** Told apart from what earlier runs left in the same demo. */
const RUN = `d${Date.now().toString(36)}`

jest.setTimeout(LIMIT_MS)

describe("an agent who looks after the desk's mail", () => {
  let demo: Awaited<ReturnType<typeof startDemo>>
  let browser: Browser
  let page: Page
  let account: { id: string; address: string }

  const seen = (name: string) =>
    page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true })
  const goTo = (where: string) => page.goto(`${demo.admin_url}/crm/${where}`)
  const get = async (where: string) =>
    (await page.request.get(`${demo.api_url}/admin/crm/${where}`)).json()
  const post = async (where: string, data: object = {}) =>
    (await page.request.post(`${demo.api_url}/admin/crm/${where}`, { data })).json()
  const drawer = () => page.getByRole("dialog")
  const row = (subject: string) => page.getByRole("row").filter({ hasText: subject })
  const alertOf = (words: RegExp) =>
    page.locator("[data-mail-alerts] li").filter({ hasText: words })
  /** Keeps mail of now from the page, for in the demo it may be there at once. @returns lets it arrive */
  const mailTakesItsTime = async () => {
    const isNew = (moment: string) => Date.parse(moment) >= now
    const now = Date.now()

    await page.route(/\/admin\/crm\/mail-health/, async (route) => {
      const response = await route.fetch()
      const json = await response.json()

      for (const { test_mail } of json.mail_health.accounts) {
        if (test_mail && isNew(test_mail.sent_at)) {
          Object.assign(test_mail, { received_at: null, inbound_mail_id: null })
        }
      }
      await route.fulfill({ response, json })
    })
    await page.route(/\/admin\/crm\/inbound-mails\?/, async (route) => {
      const response = await route.fetch()
      const json = await response.json()

      json.inbound_mails = json.inbound_mails.filter(
        ({ created_at }: { created_at: string }) => !isNew(created_at)
      )
      await route.fulfill({ response, json })
    })
    return () => page.unrouteAll({ behavior: "wait" })
  }
  /** What no button does: as if a mail had broken its reader, or a server its promise. */
  const change = async (statement: string, values: string[]) => {
    const { onDatabase } = await import("../support/databases.mjs")
    const url = demo.database_url ?? process.env.DATABASE_URL ?? ""

    await onDatabase(url, (database: Client) => database.query(statement, values))
  }

  beforeAll(async () => {
    fs.mkdirSync(SCREENSHOTS, { recursive: true })
    demo = await startDemo()
    ;({ browser, page } = await anAdminPage(demo))
    const { mail_accounts } = await get("mail-accounts")
    account = mail_accounts[0]
    // What an earlier run left in the same demo.
    for (const { id, is_dismissible } of (await get("mail-alerts")).mail_alerts) {
      if (is_dismissible) {
        await post(`mail-alerts/${id}/dismiss`)
      }
    }
  })

  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
  })

  it("sees on one page that an account is well, and tests its connection (X-24)", async () => {
    await goTo("mail")
    const section = page.locator(`[data-account="${account.address}"]`)
    await section.getByText("Working").waitFor()
    await section.getByText("DMARC pass").waitFor()
    await section.getByRole("button", { name: "Test connection" }).click()
    await section.getByText("Receiving (IMAP): works").waitFor()
    await section.getByText("Sending (SMTP): works").waitFor()
    await seen("mail-doctor")
  })

  it("lets an account write to itself, and is shown that the mail arrived (V-04)", async () => {
    await goTo(`setup?account=${account.id}`)
    const arrives = await mailTakesItsTime()
    await page.getByRole("button", { name: /^Send (a|another) test mail$/ }).click()
    await page.getByText("Waiting for the mail to arrive").waitFor()
    await seen("set-up-waiting")
    await arrives()
    await page
      .getByText("The test mail arrived. This account sends and receives.")
      .waitFor()
    await page.getByText("As a test it opened no ticket.").waitFor()
    await seen("set-up-arrived")
  })

  it("finds a mail in the ledger and saves it as it came (X-24 AC2)", async () => {
    const subject = `Ledger ${RUN}`
    await aShopper(demo, 1).write({ to: account.address, subject, text: "Hello" })
    await expectInLedger(subject)
    await goTo("mail/inbound")
    await page.getByPlaceholder("Subject, sender, Message-ID").fill(subject)
    await row(subject).getByText("on a ticket").waitFor()
    await seen("ledger")
    await row(subject).getByText(subject).click()
    await drawer().getByText("Message-ID").waitFor()

    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      drawer().getByRole("button", { name: "Download" }).click(),
    ])
    expect(saved.suggestedFilename()).toMatch(/^imail_.*\.eml$/)
    expect(fs.readFileSync(await saved.path(), "utf8")).toContain(`Subject: ${subject}`)
    await seen("ledger-mail")
  })

  it("is told of quarantined mail on every page, and has it read again", async () => {
    const subject = `Ledger ${RUN}`
    await change(
      `update crm_inbound_mail
       set state = 'quarantined', reason = 'Reading the mail took longer than 10000 ms.',
           updated_at = now()
       where subject = $1`,
      [subject]
    )
    await page.goto(`${demo.admin_url}/orders`)
    await page.getByRole("button", { name: /mail alert/ }).click()
    await page
      .getByRole("link", { name: `1 mail to ${account.address} is in quarantine` })
      .click()
    await page.waitForURL(/\/mail\/inbound\?state=quarantined/)
    await row(subject).getByText("took longer").waitFor()
    await seen("quarantine")
    await row(subject).getByText(subject).click()
    await drawer().getByRole("button", { name: "Read again" }).click()
    await page.getByText(/^It is on ticket #\d+ now$/).waitFor()
    await drawer().getByText("on a ticket", { exact: true }).waitFor()
    await page.keyboard.press("Escape")
    await alertOf(/in quarantine/).waitFor({ state: "detached" })
  })

  it("takes a mail back that has not left, and sends it after all", async () => {
    const subject = `Outbox ${RUN}`
    const domain = account.address.split("@")[1]
    const { departments } = await get("departments")
    await post("tickets", {
      email: `nobody-${RUN}@${domain}`,
      department_id: departments[0].id,
      subject,
      body: "Hello",
    })
    await goTo("mail/outbound?state=dead")
    await page.getByPlaceholder("Subject, Message-ID").fill(subject)
    await row(subject).getByText("given up").waitFor()
    await seen("outbox")
    await change(
      `update crm_outbound_mail set state = 'failed', due_at = now() + interval '1 hour'
       where subject like '%' || $1`,
      [subject]
    )
    await goTo("mail/outbound?state=failed")
    await row(subject).getByText(subject).click()
    await drawer().getByText("there is no such mailbox here").first().waitFor()
    await drawer().getByRole("button", { name: "Take back" }).click()
    await drawer().getByText("cancelled", { exact: true }).waitFor()
    await seen("outbox-mail")
    await drawer().getByRole("button", { name: "Send again" }).click()
    await drawer().getByText("given up", { exact: true }).waitFor()
    await drawer().getByText("refused", { exact: true }).waitFor()
  })

  it("waves the dead letter aside, for everybody", async () => {
    await goTo("mail")
    await alertOf(/could not be sent/).waitFor()
    await seen("mail-alert")
    await alertOf(/could not be sent/)
      .getByRole("button", { name: "Dismiss" })
      .click()
    await alertOf(/could not be sent/).waitFor({ state: "detached" })
    expect((await get("mail-alerts")).mail_alerts).not.toContainEqual(
      expect.objectContaining({ kind: "dead_letters" })
    )
  })

  it.each([
    ["dark", { width: 1440, height: 900 }, "dark", "en"],
    ["narrow", { width: 390, height: 844 }, "light", "en"],
    ["german", { width: 1440, height: 900 }, "light", "de"],
  ])(
    "reads the pages %s, and none is wider than the window",
    async (name, size, theme, lng) => {
      await page.setViewportSize(size)
      await page.evaluate(
        `localStorage.setItem("medusa_admin_theme", "${theme}")
         localStorage.setItem("lng", "${lng}")
         document.cookie = "lng=${lng}; path=/"`
      )
      for (const where of ["", "mail", "mail/inbound", "mail/outbound", "setup"]) {
        await goTo(where)
        await page.locator("main h1, main h2").first().waitFor()
        await page.waitForLoadState("networkidle")
        await seen(`${(where || "support").replace("/", "-")}-${name}`)
        const width = await page.evaluate<number>(
          `document.querySelector("main").scrollWidth`
        )
        expect(width).toBeLessThanOrEqual(size.width)
      }
    }
  )

  async function expectInLedger(subject: string) {
    const { until } = await import("../support/until.mjs")

    await until(
      async () =>
        (await get(`inbound-mails?q=${encodeURIComponent(subject)}`)).inbound_mails.some(
          ({ state }: { state: string }) => state === "ticketed"
        ),
      { what: `"${subject}" in the ledger` }
    )
  }
})
