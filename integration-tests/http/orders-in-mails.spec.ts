import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import { anAgent, refusalOf, type Agent } from "./support/admin"
import { anOrder } from "./support/order"

const MX = "mx.shop.test"

type MailServers = {
  smtp: { host: string; port: number }
  mailboxes: { imap: { host: string; port: number; user: string; password: string } }[]
  deliver(raw: string, recipients: string[]): unknown
  stop(): Promise<void>
}

medusaIntegrationTestRunner({
  dbName: "crm_http_orders_in_mails",
  inApp: true,
  testSuite: ({
    api,
    getContainer,
  }: {
    api: AxiosInstance
    getContainer: () => MedusaContainer
  }) => {
    let ada: Agent
    let accountId: string
    let sent = 0
    let servers: MailServers

    /** A mail as the shop's own mail system hands it over, with its verdict on the sender. */
    const ticketOf = async (
      text: string,
      { from = "mia@shopper.test", dmarc = "pass" } = {}
    ) => {
      sent += 1
      servers.deliver(
        [
          `Authentication-Results: ${MX}; dmarc=${dmarc} header.from=shopper.test`,
          `From: Mia <${from}>`,
          "To: support@shop.test",
          `Subject: Question q${sent}q`,
          `Message-ID: <${sent}-${Date.now()}@shopper.test>`,
          "",
          text,
          "",
        ].join("\r\n"),
        ["support@shop.test"]
      )
      await api.post(`/admin/crm/mail-accounts/${accountId}/poll`, {}, ada.headers)
      const { data } = await api.get(`/admin/crm/tickets?q=q${sent}q`, ada.headers)

      return (await api.get(`/admin/crm/tickets/${data.tickets[0].id}`, ada.headers)).data
        .ticket
    }

    beforeAll(async () => {
      const { startMailServers } = await import("../support/mail-servers.mjs")
      servers = await startMailServers({
        domain: "shop.test",
        mailboxes: [{ address: "support@shop.test", user: "support", password: "pw" }],
      })
      ada = await anAgent(api, getContainer(), {
        email: "ada@shop.test",
        first_name: "Ada",
        last_name: "Agent",
      })
      const { data } = await api.post(
        "/admin/crm/departments",
        { private_name: "Support", public_name: "Support" },
        ada.headers
      )
      const { host, port, user, password } = servers.mailboxes[0].imap
      const account = await api.post(
        "/admin/crm/mail-accounts",
        {
          address: "support@shop.test",
          department_id: data.department.id,
          imap: { host, port, security: "none", username: user, password },
          smtp: { ...servers.smtp, security: "none" },
          authserv_id: MX,
        },
        ada.headers
      )
      accountId = account.data.mail_account.id
    })
    afterAll(() => servers.stop())

    describe("the number of one of the sender's own orders", () => {
      it("links the order, proven by a checked sender, and says by which facts (X-01 AC1)", async () => {
        const order = await anOrder(getContainer(), { email: "mia@shopper.test" })
        const ticket = await ticketOf(`Where is order #${order.display_id}?`)

        expect(ticket.orders).toEqual([
          expect.objectContaining({
            order_id: order.id,
            proof: "verified_email",
            address_differs: false,
          }),
        ])
        expect(ticket.events).toContainEqual(
          expect.objectContaining({
            type: "order_linked",
            data: expect.objectContaining({
              display_id: String(order.display_id),
              sender: "mia@shopper.test",
              proof: "verified_email",
            }),
          })
        )
      })

      it("from a sender nobody checked is an address match", async () => {
        const order = await anOrder(getContainer(), { email: "mia@shopper.test" })
        const ticket = await ticketOf(`Order #${order.display_id}`, { dmarc: "none" })

        expect(ticket.orders[0]).toMatchObject({ proof: "address_match" })
      })

      it("in quoted history links nothing (X-01 AC4)", async () => {
        const order = await anOrder(getContainer(), { email: "mia@shopper.test" })
        const ticket = await ticketOf(
          `Thank you!\r\n\r\nOn Mon, 2 Nov 2026 at 10:00, Shop <x@shop.test> wrote:\r\n> Your order #${order.display_id}\r\n`
        )

        expect(ticket.orders).toEqual([])
      })
    })

    describe("the number of somebody else's order", () => {
      it("is a suggestion that no list and no count takes for a link (X-01 AC2)", async () => {
        const order = await anOrder(getContainer(), { email: "somebody@else.test" })
        const ticket = await ticketOf(`Where is order #${order.display_id}?`)

        expect(ticket.orders).toEqual([
          expect.objectContaining({ proof: "suggestion", address_differs: true }),
        ])
        expect(ticket.order_ids).toEqual([])
        const { data } = await api.get(
          `/admin/crm/tickets?order_id=${order.id}`,
          ada.headers
        )
        expect(data.count).toBe(0)
      })

      it("from a forged sender is no more than that", async () => {
        const order = await anOrder(getContainer(), { email: "mia@shopper.test" })
        const ticket = await ticketOf(`Order #${order.display_id}`, { dmarc: "fail" })

        expect(ticket.orders[0]).toMatchObject({ proof: "suggestion" })
        expect(ticket.customer_id).toBeNull()
      })
    })

    describe("a mail without a number", () => {
      it("offers the sender's latest orders and links none (X-01 AC3)", async () => {
        const orders = [
          await anOrder(getContainer(), { email: "mia@shopper.test" }),
          await anOrder(getContainer(), { email: "mia@shopper.test" }),
        ]
        const ticket = await ticketOf("Where is my parcel?")

        expect(ticket.orders).toEqual([])
        expect(ticket.latest_orders.map(({ id }: { id: string }) => id).sort()).toEqual(
          orders.map(({ id }) => id).sort()
        )
      })
    })

    describe("an agent", () => {
      it("makes a link of a suggestion, and takes it off again", async () => {
        const order = await anOrder(getContainer(), { email: "somebody@else.test" })
        const { id } = await ticketOf(`Order #${order.display_id}`)
        const linked = await api.post(
          `/admin/crm/tickets/${id}/orders`,
          { order_id: order.id },
          ada.headers
        )

        expect(linked.data.ticket.orders).toEqual([
          expect.objectContaining({ proof: "agent", address_differs: true }),
        ])
        const unlinked = await api.delete(
          `/admin/crm/tickets/${id}/orders/${order.id}`,
          ada.headers
        )
        expect(unlinked.data.ticket.orders).toEqual([])
        expect(
          await refusalOf(
            api.delete(`/admin/crm/tickets/${id}/orders/${order.id}`, ada.headers)
          )
        ).toMatchObject({ status: 404 })
      })
    })
  },
})
