import { chromium, type Browser, type Page } from "playwright-core"
import type { Demo } from "./running-demo"

/** An administrator's browser, logged in to the demo. */
export async function anAdminPage(demo: Demo): Promise<{ browser: Browser; page: Page }> {
  const { chromiumPath } = await import("../../support/chromium.mjs")
  const browser = await chromium.launch({
    executablePath: chromiumPath() ?? undefined,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })

  page.setDefaultTimeout(120_000)
  await page.goto(`${demo.admin_url}/login`)
  await page.fill("input[name=email]", demo.admin.email)
  await page.fill("input[name=password]", demo.admin.password)
  await page.click("button[type=submit]")
  await page.waitForURL(/\/app\/orders/)

  return { browser, page }
}
