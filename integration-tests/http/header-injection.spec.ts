import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import { aMailShop, type MailShop } from "./support/mail-shop"

medusaIntegrationTestRunner({
  dbName: "crm_http_header_injection",
  inApp: true,
  testSuite: ({
    api,
    getContainer,
  }: {
    api: AxiosInstance
    getContainer: () => MedusaContainer
  }) => {
    let shop: MailShop

    beforeAll(async () => {
      shop = await aMailShop(api, getContainer)
    })
    afterAll(() => shop.servers.stop())

    it("an address that is more than an address is refused, wherever an agent may write one (H2)", async () => {
      const ticket = {
        department_id: shop.support.departmentId,
        subject: "Hello",
        body: "Hello",
      }
      const { ticket: opened } = await shop.post("tickets", {
        ...ticket,
        email: "mia@shopper.test",
      })

      for (const address of [
        "a@b.test\r\nRCPT TO:<evil@x.test>",
        '"evil@x.test a"@b.test',
        "a@b.test,evil@x.test",
        "a@b(c)@x.test",
        "<a@b.test>",
        `${"a".repeat(300)}@b.test`,
        "mia@shоpper.test",
        "mia@shopper.test\u0000",
        "mia",
      ]) {
        const refusals = [
          await shop.refused("tickets", { ...ticket, email: address }),
          await shop.refused("tickets", {
            ...ticket,
            email: "mia@shopper.test",
            cc: [address],
          }),
          await shop.refused(`tickets/${opened.id}/replies`, {
            body_text: "Hello",
            cc: [address],
          }),
          await shop.refused(`tickets/${opened.id}/replies`, {
            body_text: "Hello",
            bcc: [address],
          }),
          await shop.refused("mail-accounts", { address }),
        ]
        expect(refusals.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400])
      }
      await shop.drain()
      expect(shop.servers.outside().flatMap(({ recipients }) => recipients)).toEqual([
        "mia@shopper.test",
      ])
    })

    it("a mail server's host, login or folder that is a command is refused (H3)", async () => {
      const imap = { host: "127.0.0.1", port: 1, security: "none", password: "pw" }
      const account = {
        address: "new@shop.test",
        department_id: shop.support.departmentId,
        imap,
        smtp: { host: "127.0.0.1", port: 1, security: "none" },
        enabled: false,
      }

      for (const change of [
        { imap: { ...imap, host: "imap.test\r\nA1 LOGOUT" } },
        { imap: { ...imap, host: "imap.test/x" } },
        { imap: { ...imap, username: "mia\r\nA1 DELETE INBOX" } },
        { imap: { ...imap, password: "pw\r\nA1 LOGOUT" } },
        { imap: { ...imap, folder: 'INBOX"\r\nA1 LOGOUT' } },
        { imap: { ...imap, folder: "INBOX{5}\r\n" } },
        {
          smtp: {
            host: "smtp.test\r\nQUIT",
            port: 1,
            security: "none",
          },
        },
      ]) {
        expect(
          (await shop.refused("mail-accounts", { ...account, ...change })).status
        ).toBe(400)
      }
    })
  },
})
