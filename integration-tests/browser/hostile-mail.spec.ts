import http from "node:http"
import type { AddressInfo } from "node:net"
import type { Browser, Page } from "playwright-core"
import { anAdminPage } from "./support/admin-page"
import { startDemo } from "./support/running-demo"
import { aShopper } from "./support/shopper"

const LIMIT_MS = 25 * 60_000
const RUN = `h${Date.now().toString(36)}`
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64"
)

jest.setTimeout(LIMIT_MS)

/** P7, X1: what a mail may do in an agent's browser. */
describe("a mail that was made to attack", () => {
  let demo: Awaited<ReturnType<typeof startDemo>>
  let browser: Browser
  let page: Page
  let post: http.Server
  /** Paths that somebody asked the attacker's server for. */
  const asked: string[] = []

  beforeAll(async () => {
    post = http.createServer((request, response) => {
      asked.push(request.url ?? "")
      response.setHeader("content-type", "image/png")
      response.end(PIXEL)
    })
    await new Promise<void>((resolve) => post.listen(0, "127.0.0.1", resolve))
    demo = await startDemo()
    ;({ browser, page } = await anAdminPage(demo))
  })
  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
    post?.close()
  })

  it("runs nothing and loads nothing when it is opened, and its pictures on a click only", async () => {
    const { port } = post.address() as AddressInfo
    const evil = `http://127.0.0.1:${port}`
    const dialogs: string[] = []
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })

    await aShopper(demo, 0).write({
      to: demo.departments[0].address,
      subject: `Attack ${RUN}`,
      text: `See the formatted part. ${RUN}`,
      html: attack(evil),
    })
    await page.goto(`${demo.admin_url}/crm/tickets?q=${RUN}`)
    const row = page.getByText(`Attack ${RUN}`)
    for (let looks = 0; looks < 60 && !(await row.isVisible()); looks++) {
      await row.waitFor({ timeout: 2_000 }).catch(() => page.reload())
    }
    await row.click()
    const mail = page.frameLocator("article iframe").first()
    await mail.getByText(`The end of ${RUN}`).waitFor()
    await page.waitForLoadState("networkidle")

    expect(asked).toEqual([])
    expect(dialogs).toEqual([])
    expect(await page.evaluate(() => "attacked" in globalThis)).toBe(false)
    expect(new URL(page.url()).origin).toBe(new URL(demo.admin_url).origin)

    await Promise.all([
      page.waitForResponse(/\/pixel\.png$/),
      page.getByRole("button", { name: "Show", exact: true }).first().click(),
    ])
    expect(new Set(asked)).toEqual(new Set(["/pixel.png"]))
  })

  const attack = (evil: string) => `
    <html><head>
      <meta http-equiv="refresh" content="0;url=${evil}/refresh">
      <link rel="stylesheet" href="${evil}/style.css"><link rel="prefetch" href="${evil}/prefetch">
      <base href="${evil}/"><style>@import url(${evil}/import.css); body { background: url(${evil}/body.png) }</style>
      <script>globalThis.attacked = 1; fetch("${evil}/script")</script>
    </head><body onload="globalThis.attacked = 1" background="${evil}/background.png">
      <img src="x" onerror="globalThis.attacked = 1; top.attacked = 1">
      <svg onload="top.attacked = 1"><image href="${evil}/svg.png"/></svg>
      <iframe src="${evil}/frame"></iframe><object data="${evil}/object"></object>
      <embed src="${evil}/embed"><video src="${evil}/video" poster="${evil}/poster.png"></video>
      <form action="${evil}/form"><input autofocus onfocus="top.attacked = 1"></form>
      <a href="javascript:top.attacked=1">a link</a><div style="background-image:url('${evil}/div.png')">styled</div>
      <img alt="tracking pixel" width="40" height="40" src="${evil}/pixel.png">
      <p>The end of ${RUN}</p>
    </body></html>`
})
