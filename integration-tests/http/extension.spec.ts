import { medusaIntegrationTestRunner, TestEventUtils } from "@medusajs/test-utils"
import type { IEventBusModuleService, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { createCustomersWorkflow } from "@medusajs/medusa/core-flows"
import type { AxiosInstance } from "axios"
import {
  createTicketWorkflow,
  deleteTicketWorkflow,
  replyToTicketWorkflow,
  updateTicketWorkflow,
} from "../../src/workflows"
import { anAgent, refusalOf, type Agent } from "./support/admin"
import { anOrder } from "./support/order"

/** What a developer builds on: queries across modules, events, workflows with hooks. */
medusaIntegrationTestRunner({
  dbName: "crm_http_extension",
  inApp: true,
  testSuite: ({
    api,
    getContainer,
  }: {
    api: AxiosInstance
    getContainer: () => MedusaContainer
  }) => {
    let ada: Agent
    let department_id: string
    let customer_id: string

    const open = async (changes: object = {}) => {
      const { result } = await createTicketWorkflow(getContainer()).run({
        input: {
          actor: { type: "user", id: ada.id },
          customer_id,
          department_id,
          classification_id: null,
          subject: "Parcel",
          body_text: "Hello",
          channel: "admin",
          notify_customer: true,
          visible_to_customer: true,
          status_after: "open",
          assignee_id: ada.id,
          due_at: null,
          url: null,
          cc: [],
          attachment_ids: [],
          ...changes,
        },
      })
      return result
    }
    const graph = async (entity: string, fields: string[], id: string) => {
      const { data } = await getContainer()
        .resolve(ContainerRegistrationKeys.QUERY)
        .graph({ entity, fields, filters: { id } })

      return data[0]
    }

    beforeAll(async () => {
      const container = getContainer()

      ada = await anAgent(api, container, {
        email: "ada@shop.test",
        first_name: "Ada",
        last_name: "Agent",
      })
      const { data } = await api.post(
        "/admin/crm/departments",
        { private_name: "Support", public_name: "Support" },
        ada.headers
      )
      department_id = data.department.id
      const { result } = await createCustomersWorkflow(container).run({
        input: { customersData: [{ email: "mia@shopper.test", first_name: "Mia" }] },
      })
      customer_id = result[0].id
    })

    describe("a query", () => {
      it("follows a ticket to its customer, its agent and its orders, and back", async () => {
        const order = await anOrder(getContainer(), { email: "mia@shopper.test" })
        const { ticket_id } = await open({ order_id: order.id })

        expect(
          await graph(
            "crm_ticket",
            ["number", "customer.email", "user.email", "orders.order.display_id"],
            ticket_id
          )
        ).toMatchObject({
          number: expect.any(Number),
          customer: { email: "mia@shopper.test" },
          user: { email: "ada@shop.test" },
          orders: [{ order: { display_id: order.display_id } }],
        })
        expect(await graph("customer", ["crm_tickets.id"], customer_id)).toMatchObject({
          crm_tickets: [{ id: ticket_id }],
        })
        expect(
          await graph("order", ["crm_ticket_orders.ticket.id"], order.id)
        ).toMatchObject({ crm_ticket_orders: [{ ticket: { id: ticket_id } }] })
      })
    })

    describe("an event", () => {
      const told = async (event: string, act: () => Promise<unknown>) => {
        const bus = getContainer().resolve(Modules.EVENT_BUS) as IEventBusModuleService
        const heard: unknown[] = []
        const listen = async ({ data }: { data: unknown }) => {
          heard.push(data)
        }
        bus.subscribe(event, listen, { subscriberId: `test-${event}` })
        const executed = TestEventUtils.waitSubscribersExecution(event, bus)
        await act()
        await executed
        bus.unsubscribe(event, listen, { subscriberId: `test-${event}` })

        return heard
      }

      it("tells of a new ticket", async () => {
        let ticket_id = ""
        const heard = await told("crm_ticket.created", async () => {
          ticket_id = (await open()).ticket_id
        })

        expect(heard).toEqual([
          {
            id: ticket_id,
            number: expect.any(Number),
            channel: "admin",
            message_id: expect.stringMatching(/^tmsg_/),
          },
        ])
      })

      it("tells of an answer, and of the status it set", async () => {
        const { ticket_id } = await open()
        const reply = () =>
          replyToTicketWorkflow(getContainer()).run({
            input: { ticket_id, actor: { type: "user", id: ada.id }, body_text: "Sent." },
          })

        expect(await told("crm_ticket.replied", reply)).toEqual([
          { id: ticket_id, message_id: expect.any(String) },
        ])
        await api.post(`/admin/crm/tickets/${ticket_id}`, { status: "open" }, ada.headers)
        expect(await told("crm_ticket.status_changed", reply)).toEqual([
          { id: ticket_id, from: "open", to: "closed" },
        ])
      })

      it("tells where a ticket moved", async () => {
        const { ticket_id } = await open()
        const { data } = await api.post(
          "/admin/crm/departments",
          { private_name: "Sales", public_name: "Sales" },
          ada.headers
        )
        const heard = await told("crm_ticket.moved", () =>
          api.post(
            `/admin/crm/tickets/${ticket_id}`,
            { department_id: data.department.id },
            ada.headers
          )
        )

        expect(heard).toEqual([
          { id: ticket_id, from: department_id, to: data.department.id },
        ])
      })
    })

    describe("a handler of a hook that refuses", () => {
      // A hook takes one handler for the life of the process, so each is switched by the test.
      const refusing = new Set<string>()
      const refuseOn = (name: string) => async () => {
        if (refusing.delete(name)) {
          throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `${name} says no`)
        }
      }
      createTicketWorkflow.hooks.ticketCreated(refuseOn("ticketCreated"))
      replyToTicketWorkflow.hooks.ticketReplied(refuseOn("ticketReplied"))
      updateTicketWorkflow.hooks.ticketUpdated(refuseOn("ticketUpdated"))
      deleteTicketWorkflow.hooks.ticketDeleted(refuseOn("ticketDeleted"))

      const ticket = async (id: string) =>
        (await api.get(`/admin/crm/tickets/${id}`, ada.headers)).data.ticket

      it("undoes a new ticket", async () => {
        refusing.add("ticketCreated")

        await expect(open()).rejects.toMatchObject({ message: "ticketCreated says no" })
        expect((await api.get("/admin/crm/tickets", ada.headers)).data.count).toBe(0)
      })

      it.each([
        ["a reply", "ticketReplied", "/replies", { body_text: "x" }],
        ["a change", "ticketUpdated", "", { subject: "y", status: "closed" }],
      ])("undoes %s", async (_, hook, path, body) => {
        const { ticket_id } = await open()
        const { events: before, ...stateBefore } = await ticket(ticket_id)
        refusing.add(hook)

        const refusal = await refusalOf(
          api.post(`/admin/crm/tickets/${ticket_id}${path}`, body, ada.headers)
        )
        const { events, ...state } = await ticket(ticket_id)

        expect(refusal).toMatchObject({ status: 400, message: `${hook} says no` })
        expect(state).toEqual(stateBefore)
        expect(events.length).toBeGreaterThanOrEqual(before.length)
      })

      it("undoes a deletion", async () => {
        const { ticket_id } = await open()
        refusing.add("ticketDeleted")

        await refusalOf(api.delete(`/admin/crm/tickets/${ticket_id}`, ada.headers))
        expect((await ticket(ticket_id)).id).toBe(ticket_id)
      })
    })
  },
})
