import { newTicketPath, ticketsPath } from "./ticket-links"

describe("the way to a new ticket", () => {
  it("carries what is known and leaves out what is not", () => {
    expect(
      newTicketPath({ email: "a+b@x.test", order_display_id: 12, customer_id: null })
    ).toBe("/crm/tickets/create?email=a%2Bb%40x.test&order_display_id=12")
    expect(newTicketPath()).toBe("/crm/tickets/create")
  })
})

describe("the way to a filtered list", () => {
  it("repeats a filter with several values", () => {
    expect(ticketsPath({ status: ["open", "pending"], view: "mine" })).toBe(
      "/crm/tickets?status=open&status=pending&view=mine"
    )
  })
})
