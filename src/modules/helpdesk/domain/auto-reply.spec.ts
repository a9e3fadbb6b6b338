import { fillAutoReply } from "./auto-reply"

const facts = { ticket_number: 1000001, department: "Customer $& care" }

it("knows the ticket's number and the department's name", () => {
  expect(fillAutoReply("{{ticket.number}} from {{ department.name }}", facts)).toBe(
    "1000001 from Customer $& care"
  )
})

it("leaves everything else as it was written", () => {
  const text = "{{customer.password}} {{constructor}} ${7*7} <%= 1 %> {{ ticket.number }"

  expect(fillAutoReply(text, facts)).toBe(text)
})
