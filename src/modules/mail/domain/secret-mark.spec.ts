import { SECRET_MARK, withSecret } from "./secret-mark"

describe("the secret of a mail", () => {
  it("takes the place of its mark, letter by letter", () => {
    expect(withSecret(`Code: ${SECRET_MARK}.`, "$&12")).toBe("Code: $&12.")
  })

  it("leaves a text without the mark alone", () => {
    expect(withSecret("No code here.", "123456")).toBe("No code here.")
  })
})
