import {
  fillHtml,
  fillText,
  unknownIn,
  unresolvedIn,
  unresolvedInHtml,
} from "./fill-text"
import { isVariable, VARIABLE_NAMES } from "./variables"

const values = new Map([
  ["customer.name", "Mia Moon"],
  ["order.total", "35,00 €"],
  ["order.tracking_links", null],
])

describe("a text with variables", () => {
  it("gets the values of its names, however they are spaced", () => {
    expect(fillText("Dear {{customer.name}}, {{  order.total }}.", values)).toBe(
      "Dear Mia Moon, 35,00 €."
    )
  })

  it("takes the fallback where there is no value, and only there", () => {
    expect(
      fillText(
        'Dear {{ customer.name | default: "customer" }}: {{ order.tracking_links | default: "not yet" }}',
        values
      )
    ).toBe("Dear Mia Moon: not yet")
  })

  it("takes the quotes an editor makes of a fallback's", () => {
    expect(fillText("{{ order.tracking_links | default: “later” }}", values)).toBe(
      "later"
    )
  })

  it("may fall back to nothing", () => {
    const text = 'a{{ order.tracking_links | default: "" }}b'

    expect(unresolvedIn(text, values)).toEqual([])
  })

  it("names what is unknown, empty or broken, in order", () => {
    expect(
      unresolvedIn("{{ customer.nam }} {{ order.tracking_links }} {{ 1 + 1 }}", values)
    ).toEqual([
      { name: "customer.nam", source: "{{ customer.nam }}", reason: "unknown" },
      {
        name: "order.tracking_links",
        source: "{{ order.tracking_links }}",
        reason: "empty",
      },
      { name: "{{ 1 + 1 }}", source: "{{ 1 + 1 }}", reason: "broken" },
    ])
  })

  it("is not filled a second time by what a customer is called", () => {
    const hostile = new Map([
      ["customer.name", "{{ order.total }}"],
      ["order.total", "1"],
    ])

    expect(fillText("{{ customer.name }}", hostile)).toBe("{{ order.total }}")
  })

  it("knows no methods, indexes or prototypes", () => {
    for (const name of ["constructor", "__proto__", "customer.constructor", "toString"]) {
      expect(unresolvedIn(`{{ ${name} }}`, values)).toEqual([
        { name, source: `{{ ${name} }}`, reason: "unknown" },
      ])
      expect(fillText(`{{ ${name} }}`, values)).toBe(`{{ ${name} }}`)
    }
  })

  // Anything worse than linear would never come back from these.
  it.each([
    ["{{", 500_000],
    ["{{ a ", 300_000],
    ["{", 1_000_000],
    ['{{ a | default: "', 100_000],
  ])("is read to its end when it is made of %j alone", (part, times) => {
    expect(unresolvedIn(part.repeat(times), values)).toEqual([])
  })
})

describe("HTML with variables", () => {
  it("gets values as text, never as markup", () => {
    const hostile = [
      `<script>alert(1)</script>`,
      `"><img src=x onerror=alert(1)>`,
      `' onmouseover='x`,
      `{{ order.total }}<b>`,
      `&lt;script&gt;`,
    ]
    for (const name of hostile) {
      const html = fillHtml(
        "<p>Dear {{ customer.name }}</p>",
        new Map([["customer.name", name]])
      )

      expect(html).toMatch(/^<p>Dear [^<>]*<\/p>$/)
      expect(html).not.toMatch(/["']/)
    }
  })

  it("keeps its own tags and gets no others, whatever a customer is called (X-04 AC3)", () => {
    const parts = [
      ..."<>&\"'`={}|/\\ \n\t\0$",
      "{{",
      "}}",
      "<!--",
      "-->",
      "<![CDATA[",
      "javascript:",
      "onerror=",
      "$&",
      "$1",
      "\u2028",
      "\u202e",
      "&#x3c;",
      "ß",
      "😀",
    ]
    // A fixed sequence (Numerical Recipes' generator): a failure can be repeated.
    let seed = 1
    const next = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return seed % below
    }
    for (let round = 0; round < 2_000; round++) {
      const name = Array.from({ length: next(30) }, () => parts[next(parts.length)]).join(
        ""
      )
      const html = fillHtml(
        '<p title="{{ a }}">{{ a | default: "x" }}</p>',
        new Map([["a", name]])
      )
      const tags = html.replace(/<br>/g, "").match(/<[^>]*>/g) ?? []

      expect(tags).toHaveLength(2)
      expect(tags[0]).toMatch(/^<p title="[^"<]*">$/)
      expect(fillText("{{ a }}", new Map([["a", name]]))).toBe(name || "{{ a }}")
    }
  })

  it("breaks the lines of a value", () => {
    expect(fillHtml("<p>{{ a }}</p>", new Map([["a", "1 × Mug\n2 × Pot"]]))).toBe(
      "<p>1 × Mug<br>2 × Pot</p>"
    )
  })

  it("reads a fallback whose quotes the editor escaped", () => {
    expect(
      fillHtml(
        "<p>{{ order.tracking_links | default: &quot;a &amp; b&quot; }}</p>",
        values
      )
    ).toBe("<p>a &amp; b</p>")
  })

  it("says where formatting cut a name in two", () => {
    expect(
      unresolvedInHtml("<p>{{ customer.<b>name</b> }}</p>", "{{ customer.name }}", values)
    ).toEqual([
      { name: "{{ customer.name }}", source: "{{ customer.name }}", reason: "broken" },
    ])
    expect(
      unresolvedInHtml("<p>{{ customer.name }}</p>", "{{ customer.name }}", values)
    ).toEqual([])
  })
})

describe("a text that is saved", () => {
  it("may name every variable there is, and no other", () => {
    expect(VARIABLE_NAMES.length).toBeGreaterThanOrEqual(25)
    expect(
      unknownIn(VARIABLE_NAMES.map((name) => `{{ ${name} }}`).join(" "), isVariable)
    ).toEqual([])
    expect(
      unknownIn("{{ order.tracking_no }} {{ }} {{ order.tracking_no }}", isVariable)
    ).toEqual(["order.tracking_no", "{{ }}"])
  })
})
