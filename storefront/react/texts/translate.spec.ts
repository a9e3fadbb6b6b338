import fs from "node:fs"
import path from "node:path"
import { de } from "./de"
import { en } from "./en"
import { translator } from "./translate"

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()

describe("the texts of the components", () => {
  it("are those of the locale's language, and English where we do not speak it", () => {
    expect(translator("de-AT")("form_send")).toBe("Senden")
    expect(translator("nl")("form_send")).toBe("Send")
  })

  it("are a storefront's own where it gives them, values and all", () => {
    const text = translator("en", { requests_number: "Case no. {number}" })

    expect(text("requests_number", { number: 1000123 })).toBe("Case no. 1000123")
    expect(text("form_send")).toBe("Send")
  })

  it("say the same in every language", () => {
    expect(Object.keys(de)).toEqual(Object.keys(en))
    for (const [key, text] of Object.entries(en)) {
      const german = Object.entries(de).find(([other]) => other === key)?.[1] ?? ""
      expect([key, placeholders(german)]).toEqual([key, placeholders(text)])
    }
  })

  it("are each used", () => {
    const root = path.resolve(__dirname, "..")
    const sources = fs
      .readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/texts[\\/]/.test(file))
      .map((file) => fs.readFileSync(path.join(root, file), "utf8"))
      .join("\n")
    // Made of a name and what a field or the server says.
    const made = /^(complaint|order_state|status|thread_history)_/

    expect(
      Object.keys(en).filter((key) => !made.test(key) && !sources.includes(`"${key}"`))
    ).toEqual([])
  })
})
