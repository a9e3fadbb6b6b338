import { placeholdersIn } from "../../modules/helpdesk/domain/fill-text"
import { placeholderOf, remarkOn } from "./variable-marks"

const known = new Map([
  ["customer.name", "Mia"],
  ["order.total", null],
])
const stateOf = (text: string, values?: Parameters<typeof remarkOn>[1]) =>
  remarkOn(placeholdersIn(text)[0], values).state

describe("a variable in the editor", () => {
  it("is marked when it would hold the reply back", () => {
    expect(stateOf("{{ customer.name }}", known)).toBe("filled")
    expect(stateOf("{{ order.total }}", known)).toBe("unresolved")
    expect(stateOf('{{ order.total | default: "" }}', known)).toBe("filled")
    expect(stateOf("{{ customer.nam }}", known)).toBe("unresolved")
  })

  it("is not marked before its value is known", () => {
    expect(stateOf("{{ order.total }}")).toBe("filled")
  })

  it("only has to exist in a text for later", () => {
    const names = new Map([["order.total", undefined]])

    expect(stateOf("{{ order.total }}", names)).toBe("filled")
    expect(stateOf("{{ order.tax }}", names)).toBe("unresolved")
  })

  it("is put in as it is read", () => {
    expect(placeholdersIn(placeholderOf("order.total"))[0].name).toBe("order.total")
  })
})
