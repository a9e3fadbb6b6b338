import { keyringOf, seal, unseal } from "./secret-box"

const key = (byte: number) => Buffer.alloc(32, byte).toString("base64")
const PLACE = "macc_1|imap_password"

it("opens what it sealed, and never seals alike twice", () => {
  const keyring = keyringOf([key(1)])
  const sealed = seal("s3cret ✓", PLACE, keyring)

  expect(sealed).not.toContain("s3cret")
  expect(unseal(sealed, PLACE, keyring)).toBe("s3cret ✓")
  expect(seal("s3cret ✓", PLACE, keyring)).not.toBe(sealed)
})

it("opens with an old key what a new key would not have sealed", () => {
  const sealed = seal("s3cret", PLACE, keyringOf([key(1)]))

  expect(unseal(sealed, PLACE, keyringOf([key(2), key(1)]))).toBe("s3cret")
})

it("says that the key is missing", () => {
  const sealed = seal("s3cret", PLACE, keyringOf([key(1)]))

  expect(() => unseal(sealed, PLACE, keyringOf([key(2)]))).toThrow(
    /encrypted with a key that is not configured/
  )
})

it("does not open at another place, nor when a byte was changed", () => {
  const keyring = keyringOf([key(1)])
  const sealed = seal("s3cret", PLACE, keyring)
  const altered = sealed.slice(0, -2) + (sealed.endsWith("AA") ? "BB" : "AA")

  expect(() => unseal(sealed, "macc_2|imap_password", keyring)).toThrow(/does not open/)
  expect(() => unseal(sealed, "macc_1|smtp_password", keyring)).toThrow(/does not open/)
  expect(() => unseal(altered, PLACE, keyring)).toThrow(/does not open/)
})

it("refuses a key that is not 32 bytes", () => {
  expect(() => keyringOf([key(1), "c2hvcnQ="])).toThrow(
    "key 2 has 5 bytes where 32 are needed"
  )
})
