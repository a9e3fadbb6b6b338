import { signedReference } from "./signed-reference"
import { readTestReference } from "./test-reference"

const key = Buffer.alloc(32, 1)
const id = "mtest_01jd4k6y7z8x9w0v1u2t3s4r5q"
const reference = signedReference(id, "shop.test", key)

describe("the reference of a test mail", () => {
  it("is known by its Message-ID, with and without brackets", () => {
    expect(readTestReference([reference], key)).toBe(id)
    expect(readTestReference([`<${reference}>`], key)).toBe(id)
  })

  it("is known by another header where a server replaced the Message-ID", () => {
    expect(readTestReference(["other@mail.example.com", reference], key)).toBe(id)
  })

  it.each([
    ["with another signature", `${id}.${"0".repeat(20)}@shop.test`],
    ["signed with another key", signedReference(id, "shop.test", Buffer.alloc(32, 2))],
    [
      "of a ticket's message",
      signedReference("tmsg_01jd4k6y7z8x9w0v1u2t3s4r5q", "shop.test", key),
    ],
    ["with letters beyond ASCII in its signature", `${id}.${"ſ".repeat(20)}@shop.test`],
    ["that is empty", ""],
  ])("%s is none", (_, given) => {
    expect(readTestReference([given], key)).toBeNull()
  })
})
