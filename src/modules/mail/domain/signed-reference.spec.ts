import { readSignedReference, signedReference } from "./signed-reference"

const KEY = Buffer.alloc(32, 1)
const ID = "tmsg_01HZX3V0Q4W6Y8A0B2C4D6E8F0"

it("is read back by whoever has the key", () => {
  expect(readSignedReference(signedReference(ID, "shop.test", KEY), KEY)).toBe(ID)
})

it.each([
  ["another key", (id: string) => [id, Buffer.alloc(32, 2)] as const],
  ["a flipped letter", (id: string) => [id.replace("01HZ", "01HY"), KEY] as const],
  ["no signature", () => [`${ID}@shop.test`, KEY] as const],
  ["somebody else's form", () => ["CAF+abc@mail.gmail.test", KEY] as const],
  ["nothing", () => ["", KEY] as const],
])("with %s names nothing", (_, change) => {
  expect(readSignedReference(...change(signedReference(ID, "shop.test", KEY)))).toBeNull()
})
