import { randomBytes } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { chromium, type Page } from "playwright-core"
import { ApiClient } from "../support/api-client"
import { projectRoot, runCommand } from "../support/run-command"
import { makeFreshHost, type FreshHost } from "./fresh-host"
import { makeFreshPage, type FreshPage } from "./fresh-page"

const ADMIN = { email: "admin@shop.test", password: "a-long-password" }

describe("the package, as a developer installs it", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crm-package-"))
  let files: string[]
  let host: FreshHost
  let tarball: string
  let pagePort: number

  beforeAll(async () => {
    const { createDatabase } = await import("../support/databases.mjs")
    const { freePort } = await import("../support/postgres.mjs")

    pagePort = await freePort()
    await runCommand("npm", ["run", "build"], { cwd: projectRoot })
    const [packed] = JSON.parse(
      await runCommand(
        "npm",
        ["pack", "--json", "--ignore-scripts", "--pack-destination", folder],
        { cwd: projectRoot }
      )
    )
    files = packed.files.map((file: { path: string }) => file.path)
    tarball = path.join(folder, packed.filename)
    host = await makeFreshHost({
      tarball,
      env: {
        DATABASE_URL: await createDatabase("crm_package"),
        CRM_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
        STORE_CORS: `http://localhost:${pagePort}`,
      },
    })
  }, 600_000)

  afterAll(async () => {
    const { dropDatabase } = await import("../support/databases.mjs")
    await dropDatabase("crm_package")
    host?.remove()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  it("holds the built plugin, and neither tests nor sources nor settings of this checkout", () => {
    const top = new Set(files.map((file) => file.split("/")[0]))

    expect([...top].sort()).toEqual(
      expect.arrayContaining([".medusa", "LICENSE", "README.md", "package.json"])
    )
    expect(
      files.filter(
        (file) =>
          !/^(\.medusa\/server\/(src|storefront)|docs)\/|^[A-Z]+(\.md)?$|^package\.json$/.test(
            file
          )
      )
    ).toEqual([])
    expect(
      files.filter((file) =>
        /spec|__tests__|integration-tests|_try|\.snapshot-/.test(file)
      )
    ).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining([
        ".medusa/server/src/admin/index.mjs",
        ".medusa/server/src/modules/helpdesk/index.js",
        ".medusa/server/src/modules/mail/index.js",
        ".medusa/server/src/workflows/index.js",
        ".medusa/server/storefront/element.js",
      ])
    )
  })

  it("holds every route of the sources: Medusa's build leaves some folders out by their name", () => {
    const sources = fs
      .readdirSync(path.join(projectRoot, "src/api"), {
        recursive: true,
        encoding: "utf8",
      })
      .filter((file) => path.basename(file) === "route.ts")

    expect(sources.length).toBeGreaterThan(20)
    expect(files).toEqual(
      expect.arrayContaining(
        sources.map((file) => `.medusa/server/src/api/${file.replace(/\.ts$/, ".js")}`)
      )
    )
  })

  it("exports the function that reads a mail", async () => {
    const subject = await host.node(`
      const { readEmail } = require("medusa-plugin-crm-desk/read-email")
      readEmail(Buffer.from("From: ann@example.com\\r\\nSubject: Hello\\r\\n\\r\\nHi"))
        .then((email) => process.stdout.write(email.subject))
    `)
    expect(subject).toBe("Hello")
  })

  it("exports its workflows", async () => {
    const names = await host.node(
      `process.stdout.write(Object.keys(require("medusa-plugin-crm-desk/workflows")).join())`
    )
    expect(names.split(",")).toEqual(expect.arrayContaining(["replyToTicketWorkflow"]))
  })

  describe("in a shop that was migrated, built and started", () => {
    let api: ApiClient
    let stop = async () => {}

    beforeAll(async () => {
      const { freePort } = await import("../support/postgres.mjs")
      const { until } = await import("../support/until.mjs")
      const port = await freePort()

      await host.medusa(["db:migrate"])
      await host.medusa(["build"])
      await host.medusa(["user", "-e", ADMIN.email, "-p", ADMIN.password])
      const shop = await host.start(port)
      stop = shop.stop

      const url = `http://localhost:${port}`
      const ended = shop.exited.then((code) => {
        throw new Error(`The shop ended with ${code}:\n${shop.log()}`)
      })
      await Promise.race([
        ended,
        until(() => ApiClient.isUp(url), {
          what: () => `the shop to start:\n${shop.log()}`,
          limitMs: 180_000,
        }),
      ])
      ended.catch(() => undefined)
      api = await ApiClient.login(url, ADMIN)
    }, 600_000)

    afterAll(() => stop())

    const assets = (extension: string) => {
      const folder = path.join(host.built, "public/admin/assets")

      return fs
        .readdirSync(folder)
        .filter((file) => file.endsWith(extension))
        .map((file) => fs.readFileSync(path.join(folder, file), "utf8"))
    }

    it("opens a ticket and reads it back", async () => {
      const { department } = await api.post("/admin/crm/departments", {
        private_name: "Returns",
        public_name: "Returns",
      })
      const opened = await api.post("/admin/crm/tickets", {
        email: "ann@example.com",
        department_id: department.id,
        subject: "Where is my parcel?",
        body: "It has not arrived.",
        status_after: "open",
        notify_customer: false,
      })
      const { ticket } = await api.get(`/admin/crm/tickets/${opened.ticket.id}`)

      expect(ticket).toMatchObject({
        subject: "Where is my parcel?",
        requester: { email: "ann@example.com" },
        department: { id: department.id, name: "Returns" },
        status: { category: "open" },
      })
      expect(String(ticket.number)).toMatch(/^\d{7}$/)
    })

    it("tests a mail account in the servers' own words", async () => {
      const { department } = await api.post("/admin/crm/departments", {
        private_name: "Sales",
        public_name: "Sales",
      })
      const nobody = { host: "127.0.0.1", port: 9, security: "none", username: "shop" }
      const { mail_account } = await api.post("/admin/crm/mail-accounts", {
        address: "sales@shop.test",
        department_id: department.id,
        imap: { ...nobody, password: "secret" },
        smtp: { ...nobody, password: "secret" },
        enabled: false,
      })

      expect(
        await api.post(`/admin/crm/mail-accounts/${mail_account.id}/test`, {})
      ).toMatchObject({
        imap: { ok: false, error: expect.stringContaining("ECONNREFUSED") },
        smtp: { ok: false, error: expect.stringContaining("ECONNREFUSED") },
      })
    })

    describe("a storefront in a repository of its own", () => {
      let storefront: FreshPage
      let page: Page
      let close = async () => {}

      beforeAll(async () => {
        const { chromiumPath } = await import("../support/chromium.mjs")
        const { until } = await import("../support/until.mjs")
        const { department } = await api.post("/admin/crm/departments", {
          private_name: "Service",
          public_name: "Service",
        })
        const { api_key } = await api.post("/admin/api-keys", {
          title: "Storefront",
          type: "publishable",
        })

        await api.post("/admin/crm/forms", {
          handle: "contact",
          name: "Contact",
          department_id: department.id,
          texts: { en: { title: "Write to us" } },
          fields: [
            { key: "email", type: "email", required: true, texts: label("E-mail") },
            {
              key: "message",
              type: "long_text",
              required: true,
              texts: label("Message"),
            },
          ],
        })
        storefront = await makeFreshPage({ tarball })
        await storefront.checkTypes()
        await storefront.build(api.url, api_key.token)
        const server = await storefront.serve(pagePort)
        const browser = await chromium.launch({
          executablePath: chromiumPath() ?? undefined,
          args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        })
        close = async () => {
          await browser.close()
          await server.stop()
          storefront.remove()
        }
        await until(() => ApiClient.isUp(`http://localhost:${pagePort}`), {
          what: () => "the page",
        })
        page = await browser.newPage()
      }, 600_000)

      afterAll(() => close())

      const address = (name: string) => `http://localhost:${pagePort}/${name}`
      const label = (text: string) => ({ en: { label: text } })

      const write = async (message: string) => {
        await page.getByLabel("E-mail").fill("ann@example.com")
        await page.getByLabel("Message").fill(message)
        await page.getByRole("button", { name: "Send" }).click()
        await page.getByRole("heading", { name: "Thank you" }).waitFor()
        const { tickets } = await api.get(
          `/admin/crm/tickets?q=${encodeURIComponent(message)}`
        )
        return tickets[0]
      }

      it("installs nothing of Medusa but its SDK", () => {
        expect(storefront.medusaPackages()).toEqual(["js-sdk"])
      })

      it("is ten lines with the client and a component, and works", async () => {
        await page.goto(address("index.html"))

        expect(await write("From React")).toMatchObject({ channel: "form" })
      }, 120_000)

      it("is one script and one tag without React, and works", async () => {
        await page.goto(address("plain.html"))

        expect(await write("From a plain page")).toMatchObject({ channel: "form" })
      }, 120_000)
    })

    it("serves an admin that knows the help desk", async () => {
      const page = await api.text("/app")
      const script = page.match(/src="([^"]+\.js)"/)?.[1]

      expect(script).toBeDefined()
      expect(assets(".js").some((code) => code.includes("crmDesk"))).toBe(true)
      // A class that only a page of ours has: without it the bundler did not see our pages.
      expect(assets(".css").some((code) => code.includes(".max-w-\\[860px\\]"))).toBe(
        true
      )
    })
  })

  it("refuses to start without an encryption key, and says how to make one", async () => {
    const { code, output } = await host.medusaOutcome(
      ["start", "--port", "0"],
      host.built,
      {
        CRM_ENCRYPTION_KEY: undefined,
        NODE_ENV: "production",
      }
    )

    expect(code).not.toBe(0)
    expect(output).toContain(
      "is missing: the passwords of mail accounts cannot be kept without it"
    )
    expect(output).toContain("randomBytes(32)")
  })
})
