import { missingFields, newTicket, newTicketBody } from "./new-ticket"

const empty = newTicket(new URLSearchParams())
const complete = {
  ...empty,
  email: " anna@x.test ",
  departmentId: "dep_1",
  subject: "Your lamp",
  body: "Dear Anna",
}

describe("the form for a new ticket", () => {
  it("is filled with what the page before knew", () => {
    expect(
      newTicket(
        new URLSearchParams(
          "customer_id=cus_1&email=a@x.test&name=Anna&order_id=order_1&order_display_id=12"
        )
      )
    ).toMatchObject({
      customer: { id: "cus_1", email: "a@x.test", name: "Anna" },
      email: "a@x.test",
      orderId: "order_1",
      orderNumber: "12",
      notify: true,
    })
  })

  it("needs somebody, a department, a subject and a text", () => {
    expect(missingFields(empty)).toEqual(["customer", "department", "subject", "body"])
    expect(missingFields(complete)).toEqual([])
    expect(missingFields({ ...complete, email: "anna" })).toEqual(["customer"])
  })

  it("takes a customer in place of an address", () => {
    const customer = { id: "cus_1", name: "", email: "" }
    expect(missingFields({ ...complete, email: "", customer })).toEqual([])
    expect(newTicketBody({ ...complete, email: "", customer }, "closed")).toMatchObject({
      customer_id: "cus_1",
    })
  })
})

describe("what is sent", () => {
  it("says nothing about what was left open", () => {
    expect(newTicketBody(complete, "closed")).toEqual({
      email: "anna@x.test",
      department_id: "dep_1",
      subject: "Your lamp",
      body: "Dear Anna",
      channel: "admin",
      status_after: "closed",
      notify_customer: true,
    })
  })

  it("is the formatted text where there is one", () => {
    const body = newTicketBody(
      { ...complete, format: "rich", html: "<p>Dear <b>Anna</b></p>" },
      "closed"
    )

    expect(body).toMatchObject({ body_html: "<p>Dear <b>Anna</b></p>" })
    expect(body).not.toHaveProperty("body")
  })

  it("copies nobody when the customer is not mailed", () => {
    expect(
      newTicketBody({ ...complete, cc: "b@x.test", notify: false }, "closed")
    ).not.toHaveProperty("cc")
  })
})
