import { orderVariables, type OrderFacts } from "./order-variables"
import { VARIABLES } from "./variables"

const order = (changes: Partial<OrderFacts> = {}): OrderFacts => ({
  display_id: "1042",
  created_at: "2026-05-04T09:00:00.000Z",
  status: "pending",
  payment_status: "captured",
  fulfillment_status: "shipped",
  return_status: null,
  currency_code: "eur",
  subtotal: 30,
  shipping_total: 4.9,
  total: 1234.5,
  refundable_total: 0,
  items: [
    { title: "Teapot", variant: "Blue", quantity: 1 },
    { title: "Mug", variant: null, quantity: 2 },
  ],
  shipping_methods: ["DHL"],
  shipping_address: {
    first_name: "Mia",
    last_name: "Moon",
    address_1: "Hauptstr. 1",
    postal_code: "10115",
    city: "Berlin",
    country_code: "de",
  },
  tracking: [{ number: "JD01", url: "https://track.test/JD01" }],
  ...changes,
})

describe("the variables of an order", () => {
  it("are all that are offered", () => {
    expect(Object.keys(orderVariables(order(), "en-US")).sort()).toEqual(
      [...VARIABLES.order].sort()
    )
  })

  it("speak the customer's language, in the order's currency (X-04 AC1)", () => {
    const german = orderVariables(order(), "de-DE")

    expect(german).toMatchObject({
      "order.number": "#1042",
      "order.date": "4. Mai 2026",
      "order.payment_status": "bezahlt",
      "order.fulfillment_status": "versandt",
      "order.items": "1 × Teapot (Blue)\n2 × Mug",
      "order.currency": "EUR",
      "order.shipping_address": "Mia Moon\nHauptstr. 1\n10115 Berlin\nDeutschland",
    })
    expect(german["order.total"]).toMatch(/^1\.234,50\s€$/)
    expect(orderVariables(order({ currency_code: "usd" }), "en-US")["order.total"]).toBe(
      "$1,234.50"
    )
    expect(orderVariables(order({ currency_code: "jpy" }), "en-US")["order.total"]).toBe(
      "¥1,235"
    )
  })

  it("are null where the order has nothing to say", () => {
    expect(
      orderVariables(order({ tracking: [], shipping_address: null, items: [] }), "en")
    ).toMatchObject({
      "order.return_status": null,
      "order.tracking_links": null,
      "order.tracking_numbers": null,
      "order.shipping_address": null,
      "order.items": null,
    })
  })

  it("lead nowhere but to a page", () => {
    const tracking = [{ number: null, url: "javascript:alert(1)" }]

    expect(orderVariables(order({ tracking }), "en")["order.tracking_links"]).toBeNull()
  })
})
