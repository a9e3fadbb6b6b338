import {
  isFiltered,
  readTicketTable,
  tabOf,
  ticketTableQuery,
  withFilters,
  withOrder,
  withPage,
  withSearch,
  withTab,
  withoutScope,
} from "./ticket-table-url"

const read = (url: string) => readTicketTable(new URLSearchParams(url))
const query = (url: string) => ticketTableQuery(read(url))

describe("the address of the ticket list", () => {
  it("asks for the latest tickets when it says nothing", () => {
    expect(query("")).toEqual({ order: "-last_message_at", limit: 20, offset: 0 })
    expect(isFiltered(read(""))).toBe(false)
  })

  it("carries filters, search, order and page", () => {
    expect(
      query(
        "status=open&status=pending&department_id=d1&awaiting=agent&view=mine&q=lamp&order=number&offset=40"
      )
    ).toEqual({
      status: ["open", "pending"],
      department_id: ["d1"],
      awaiting: "agent",
      view: "mine",
      q: "lamp",
      order: "number",
      limit: 20,
      offset: 40,
    })
  })

  it("carries what another page narrowed the list to", () => {
    expect(query("customer_id=cus_1&order_id=order_1&email=a@x.test")).toMatchObject({
      customer_id: ["cus_1"],
      order_id: ["order_1"],
      email: "a@x.test",
    })
    expect(withoutScope(new URLSearchParams("email=a@x.test"), "email").toString()).toBe(
      ""
    )
  })

  it("asks the server for nothing it would refuse", () => {
    expect(query("status=wrong&awaiting=wrong&order=wrong&offset=wrong")).toEqual({
      order: "-last_message_at",
      limit: 20,
      offset: 0,
    })
  })
})

describe("a change of the list", () => {
  const params = new URLSearchParams("q=lamp&status=open&offset=40")

  it("goes back to the first page", () => {
    expect(withSearch(params, "sofa").toString()).toBe("q=sofa&status=open")
    expect(withOrder(params, { id: "number", desc: true }).get("offset")).toBeNull()
  })

  it("keeps a filter in the bar until it has a value", () => {
    const added = withFilters(new URLSearchParams(), { status: [], awaiting: null })

    expect(added.toString()).toBe("status=&awaiting=")
    expect(readTicketTable(added).filters).toEqual({ status: [], awaiting: null })
    expect(ticketTableQuery(readTicketTable(added))).not.toHaveProperty("status")
  })

  it("removes a filter that is gone", () => {
    expect(withFilters(params, {}).toString()).toBe("q=lamp")
  })

  it("leaves the usual order and the first page unsaid", () => {
    expect(withOrder(params, { id: "last_message_at", desc: true }).has("order")).toBe(
      false
    )
    expect(withPage(params, 0).has("offset")).toBe(false)
    expect(withPage(params, 3).get("offset")).toBe("60")
  })
})

describe("a tab", () => {
  it("is a shorthand for statuses", () => {
    const pending = withTab(new URLSearchParams("q=lamp&view=unanswered"), "pending")

    expect(pending.toString()).toBe("q=lamp&status=open&status=pending&status=on_hold")
    expect(tabOf(readTicketTable(pending))).toBe("pending")
    expect(tabOf(read(""))).toBe("all")
    expect(tabOf(read("status=closed"))).toBe("closed")
  })

  it.each([
    ["mine", "view=mine"],
    ["followUps", "view=follow_ups_due"],
    ["snoozed", "view=snoozed"],
    ["solutions", "view=solutions_to_review"],
  ] as const)("%s is a view (V-88, V-89)", (tab, address) => {
    expect(withTab(new URLSearchParams("status=open"), tab).toString()).toBe(address)
    expect(tabOf(read(address))).toBe(tab)
  })

  it("of what is pending leaves out what sleeps (E-11)", () => {
    const pending = withTab(new URLSearchParams(), "pending").toString()

    expect(query(pending)).toMatchObject({ snoozed: "false" })
    expect(query("")).not.toHaveProperty("snoozed")
    expect(query("view=snoozed")).not.toHaveProperty("snoozed")
  })

  it("is none when the filters say something else", () => {
    expect(tabOf(read("status=open"))).toBeNull()
    expect(tabOf(read("view=unanswered"))).toBeNull()
  })
})
