import { newId } from "./ids"

describe("ids that are made one after the other", () => {
  const ids = Array.from({ length: 5000 }, () => newId("tick"))

  it("sort in the order they were made in", () => {
    expect([...ids].sort()).toEqual(ids)
  })

  it("are as long as Medusa's, with the prefix before them, and each is another", () => {
    expect(ids.every((id) => /^tick_[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
