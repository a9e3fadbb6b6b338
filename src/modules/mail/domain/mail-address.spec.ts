import { isPlainAddress } from "./mail-address"

it.each([
  "mia@shopper.test",
  "mia.moon+orders@mail.shopper.test",
  "o'neil@shopper.test",
  "mia@localhost",
  "jörg@bücher.test",
])("%s can be written to", (address) => {
  expect(isPlainAddress(address)).toBe(true)
})

it.each([
  "",
  "mia",
  "mia@",
  "@shopper.test",
  "a@b@c.test",
  "a b@c.test",
  "a@c.test\r\nRCPT TO:<evil@x.test>",
  '"evil@x.test a"@b.test',
  "a@b.test,evil@x.test",
  "a@b(c)@x.test",
  "<a@b.test>",
  ".a@b.test",
  "a..b@c.test",
  "a@-b.test",
  `${"a".repeat(300)}@b.test`,
])("%j cannot", (address) => {
  expect(isPlainAddress(address)).toBe(false)
})
