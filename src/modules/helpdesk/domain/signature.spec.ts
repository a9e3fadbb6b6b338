import { defaultSignature } from "./signature"

const signature = (
  id: string,
  is_default: boolean,
  department_id: string | null = null
) => ({
  id,
  is_default,
  department_id,
})

describe("the signature of a reply", () => {
  const everywhere = signature("everywhere", true)
  const sales = signature("sales", true, "dep_sales")

  it("is the default of the ticket's department", () => {
    expect(defaultSignature([everywhere, sales], "dep_sales")).toBe(sales)
  })

  it("is the agent's default where the department has none", () => {
    expect(defaultSignature([sales, everywhere], "dep_returns")).toBe(everywhere)
  })

  it("is none when no default fits", () => {
    expect(defaultSignature([signature("other", false), sales], "dep_returns")).toBeNull()
  })
})
