import { authorKind, scopeOf } from "./store-visibility"

const mia = {
  kind: "customer",
  customer_id: "cus_mia",
  email: "Mia@Shopper.test",
  proven: false,
} as const
const NOTHING = {
  customer_id: null,
  proven_email: null,
  colleague_ids: [],
  ticket: null,
  order: null,
}

describe("what a visitor sees", () => {
  it("logged in: her own, and nothing by her mere address (I8)", () => {
    expect(scopeOf(mia)).toEqual({ ...NOTHING, customer_id: "cus_mia" })
  })

  it("with a proven address: that address's too", () => {
    expect(scopeOf({ ...mia, proven: true }).proven_email).toBe("mia@shopper.test")
  })

  it("among colleagues: theirs, and she is none of them", () => {
    expect(scopeOf(mia, ["cus_mia", "cus_eve"]).colleague_ids).toEqual(["cus_eve"])
  })

  it("with an order's code: requests about that order of that address", () => {
    expect(scopeOf({ kind: "order", order_id: "order_1", email: "A@b.test" })).toEqual({
      ...NOTHING,
      order: { id: "order_1", email: "a@b.test" },
    })
  })

  it("with the link of a mail: that one ticket", () => {
    expect(scopeOf({ kind: "ticket", ticket_id: "tick_1", email: "A@b.test" })).toEqual({
      ...NOTHING,
      ticket: { id: "tick_1", email: "a@b.test" },
    })
  })
})

describe("who wrote a message", () => {
  it.each([
    ["the shop", { kind: "agent", author_id: "user_1" }, true, "shop"],
    ["herself, in the store", { kind: "customer", author_id: "cus_mia" }, true, "you"],
    ["herself, by mail", { kind: "customer", author_id: null }, true, "you"],
    ["a colleague", { kind: "customer", author_id: "cus_eve" }, true, "colleague"],
    ["a colleague by mail", { kind: "customer", author_id: null }, false, "colleague"],
  ] as const)("is %s", (_, message, isOwn, kind) => {
    expect(authorKind(message, "cus_mia", isOwn)).toBe(kind)
  })
})
