import { afterCustomerMail } from "./after-customer-mail"
import { awaitingOf } from "./awaiting"

describe("a customer's mail", () => {
  it.each([
    ["closed", "open"],
    ["pending", "open"],
    ["open", null],
    ["on_hold", null],
  ] as const)(
    "on a ticket that is %s changes it to %s and awaits an agent",
    (before, after) => {
      expect(afterCustomerMail(before, { is_automated: false })).toEqual({
        category: after,
        awaiting: "agent",
      })
    }
  )
})

it("a machine's mail changes nothing", () => {
  expect(afterCustomerMail("closed", { is_automated: true })).toEqual({
    category: null,
    awaiting: null,
  })
})

describe("whose turn it is", () => {
  it.each([
    ["agent", "open", "customer"],
    ["agent", "closed", "customer"],
    ["customer", "open", "agent"],
    ["customer", "on_hold", "agent"],
    ["customer", "closed", "none"],
    [null, "open", "none"],
  ] as const)("after %s's last word on an %s ticket: %s", (last, category, awaiting) => {
    expect(awaitingOf(last, category)).toBe(awaiting)
  })
})
