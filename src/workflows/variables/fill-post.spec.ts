import { fillPost, hasVariables, unresolvedSpots, type PostTexts } from "./fill-post"

const variables = {
  values: new Map([
    ["customer.name", `Mia <b>"Moon"</b>`],
    ["order.total", null],
  ]),
  locale: "en",
  order_remark: "No order is linked to this ticket: link one beside it",
}
const post = (changes: Partial<PostTexts> = {}): PostTexts => ({
  body_text: "Dear {{ customer.name }}",
  body_html: "<p>Dear {{ customer.name }}</p>",
  signature_text: "",
  signature_html: null,
  ...changes,
})

describe("a reply with variables", () => {
  it("is filled in text, HTML, subject and signature, escaped where it is HTML (X-04 AC3)", () => {
    expect(
      fillPost(
        post({
          subject: "For {{ customer.name }}",
          signature_text: "{{ customer.name }}",
          signature_html: "<p>{{ customer.name }}</p>",
        }),
        variables
      )
    ).toEqual({
      subject: `For Mia <b>"Moon"</b>`,
      body_text: `Dear Mia <b>"Moon"</b>`,
      body_html: "<p>Dear Mia &lt;b&gt;&quot;Moon&quot;&lt;/b&gt;</p>",
      signature_text: `Mia <b>"Moon"</b>`,
      signature_html: "<p>Mia &lt;b&gt;&quot;Moon&quot;&lt;/b&gt;</p>",
    })
  })

  it("is not sent while one has no value, and says which and what to do (X-04 AC2)", () => {
    const texts = post({ body_html: null, body_text: "You paid {{ order.total }}." })

    expect(() => fillPost(texts, variables)).toThrow(
      /Nothing was sent: order\.total has no value here\. No order is linked.*default/
    )
    expect(unresolvedSpots(texts, variables)).toEqual([
      expect.objectContaining({
        field: "body",
        name: "order.total",
        source: "{{ order.total }}",
        reason: "empty",
      }),
    ])
  })

  it("names a variable that no longer exists, wherever it stands", () => {
    expect(unresolvedSpots(post({ subject: "{{ order.tax }}" }), variables)).toEqual([
      expect.objectContaining({ field: "subject", reason: "unknown" }),
    ])
  })

  it("reads nothing of the shop when there is none", () => {
    expect(hasVariables(post({ body_text: "Hello", body_html: "<p>{ x }</p>" }))).toBe(
      false
    )
    expect(hasVariables(post())).toBe(true)
  })
})
