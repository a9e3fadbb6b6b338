import { randomBytes } from "node:crypto"
import { codeFor, isCode, orderNumberOf } from "./order-access"

const key = randomBytes(32)

describe("the one-time code of a request", () => {
  it("has six digits and is the same whenever it is asked for", () => {
    expect(codeFor("oacc_1", key)).toMatch(/^\d{6}$/)
    expect(codeFor("oacc_1", key)).toBe(codeFor("oacc_1", key))
  })

  it("is another for another request and with another key", () => {
    const codes = new Set(
      Array.from({ length: 50 }, (_, index) => codeFor(`oacc_${index}`, key))
    )
    expect(codes.size).toBeGreaterThan(45)
    expect(
      Array.from({ length: 5 }, () => codeFor("oacc_1", randomBytes(32)))
    ).not.toEqual(Array(5).fill(codeFor("oacc_1", key)))
  })

  it("is known with the spaces people type, and in no other request", () => {
    const code = codeFor("oacc_1", key)

    expect(isCode(` ${code.slice(0, 3)} ${code.slice(3)}`, "oacc_1", key)).toBe(true)
    expect(isCode("", "oacc_1", key)).toBe(false)
    expect(isCode(`${code}0`, "oacc_1", key)).toBe(false)
  })
})

describe("an order number as a shopper writes it", () => {
  it.each([
    ["1042", 1042],
    ["#1042", 1042],
    [" # 1042 ", 1042],
    ["0042", 42],
    ["order 1042", null],
    ["1042'; drop", null],
    ["99999999999", null],
    ["", null],
  ])("%j is %j", (written, number) => {
    expect(orderNumberOf(written)).toBe(number)
  })
})
