import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import { aLetter, somebody } from "./support/letter"
import { aMailShop, SALES, SUPPORT, type MailShop } from "./support/mail-shop"

medusaIntegrationTestRunner({
  dbName: "crm_http_second_copies",
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

    it("a mail that came to two of our addresses is one message to both, answered once and by one", async () => {
      const mia = somebody("mia")
      const letter = await aLetter({ from: mia })
      await shop.arrives(letter)
      const second = await shop.arrives(letter, shop.sales)
      const [ticket, ...others] = await shop.ticketsOf(mia)

      expect(second).toMatchObject({ ticketed: 0, ignored: 1 })
      expect(others).toEqual([])
      expect(ticket.messages).toHaveLength(1)
      expect(ticket.messages[0].to).toEqual([SUPPORT, SALES])
      expect(ticket.department.name).toBe("Support")

      await shop.post(`tickets/${ticket.id}/replies`, { body_text: "Hello" })
      await shop.drain()
      expect(
        shop.sentTo(mia).map(({ sender, recipients }) => [sender, recipients])
      ).toEqual([[SUPPORT, [mia]]])

      // Moved to the department of the second address, it is answered from there.
      await shop.post(`tickets/${ticket.id}`, {
        department_id: shop.sales.departmentId,
      })
      await shop.post(`tickets/${ticket.id}/replies`, { body_text: "Sales here" })
      await shop.drain()
      expect(shop.sentTo(mia).at(-1)?.sender).toBe(SALES)
    })
  },
})
