import type { Browser, Page } from "playwright-core"
import { anAdminPage } from "./support/admin-page"
import { startDemo } from "./support/running-demo"

const LIMIT_MS = 25 * 60_000

jest.setTimeout(LIMIT_MS)

describe("a mailbox at Google", () => {
  let demo: Awaited<ReturnType<typeof startDemo>>
  let browser: Browser
  let page: Page

  const api = (path: string) => `${demo.api_url}/admin/crm/${path}`
  const accounts = async (): Promise<{ id: string; address: string; state: string }[]> =>
    (await (await page.request.get(api("mail-accounts"))).json()).mail_accounts
  const forget = async () => {
    for (const { id, address } of await accounts()) {
      if (address === demo.google_mailbox) {
        await page.request.delete(api(`mail-accounts/${id}`))
      }
    }
  }
  const beginConsent = async () => {
    await page.goto(`${demo.admin_url}/settings/crm-mail-accounts?edit=new`)
    await page.getByLabel("Address").fill(demo.google_mailbox)
    await page.getByRole("combobox", { name: "Department" }).click()
    await page.getByRole("option", { name: "Sales" }).click()
    await page.getByRole("button", { name: "Connect with Google" }).click()
    await page.getByText("Allow access to your mail?").waitFor()
  }

  beforeAll(async () => {
    demo = await startDemo()
    ;({ browser, page } = await anAdminPage(demo))
    await forget()
  })

  afterAll(async () => {
    if (page) await forget()
    await browser?.close()
    await demo?.stop()
  })

  it("is not connected when its owner refuses, and says so", async () => {
    await beginConsent()
    await page.getByRole("button", { name: "Refuse" }).click()
    await page
      .getByText("The provider did not give its consent (access_denied)")
      .waitFor()

    expect(
      (await accounts()).filter(({ address }) => address === demo.google_mailbox)
    ).toEqual([])
  })

  it("is connected by logging in there, from the address on", async () => {
    await beginConsent()
    await page.getByRole("button", { name: "Allow" }).click()
    await page.getByText(`Connected with Google as ${demo.google_mailbox}`).waitFor()

    // Neither code nor state stay where the browser's history shows them.
    expect(page.url()).toMatch(/\/settings\/crm-mail-accounts\?edit=macc_\w+$/)
  })

  it("is read like any other", async () => {
    await page.getByRole("button", { name: "Test connection" }).click()
    await page.getByText("Receiving (IMAP): works").waitFor()
    await page.getByText("Sending (SMTP): works").waitFor()
    await page.keyboard.press("Escape")
    const row = page.getByRole("row").filter({ hasText: demo.google_mailbox })
    await row.getByRole("button", { name: "Fetch now" }).click()
    await row.getByText("Working").waitFor()
  })
})
