import { readReplyHtml } from "./reply-html"

describe("what an agent formats", () => {
  it("keeps its emphasis, lists, links, quotes and pictures, with a text beside them", () => {
    const source = [
      "<p>Dear <strong>Mia</strong>, <em>thank you</em>.</p>",
      "<ul><li>Teapot</li><li>Mug</li></ul>",
      "<ol><li>one</li><li>two</li></ol>",
      "<blockquote><p>Where is it?<br>I wait.</p></blockquote>",
      '<p>See <a href="https://shop.test/a">the page</a> or <a href="https://shop.test/b">https://shop.test/b</a>.</p>',
      '<p><img src="cid:crmatt_1@inline" alt="lid"></p>',
    ].join("")
    const { html, text } = readReplyHtml(source)

    for (const part of [
      "<strong>Mia</strong>",
      "<em>thank you</em>",
      "<li>Mug</li>",
      "<ol>",
      "<blockquote",
    ]) {
      expect(html).toContain(part)
    }
    expect(html).toContain('src="cid:crmatt_1@inline"')
    expect(html).toContain('href="https://shop.test/a"')
    expect(text).toBe(
      [
        "Dear Mia, thank you.",
        "- Teapot\n- Mug",
        " 1. one\n 2. two",
        "> Where is it?\n> I wait.",
        "See the page <https://shop.test/a> or https://shop.test/b.",
      ].join("\n\n")
    )
  })

  it("runs and loads nothing, wherever it was pasted from", () => {
    const { html } = readReplyHtml(
      `<p onclick="x()">a</p><script>alert(1)</script><style>p{color:red}</style>
       <img src="https://track.test/p.gif"><img src="data:image/png;base64,AAAA"><a href="javascript:alert(1)">b</a>
       <svg onload="alert(1)"></svg><iframe src="https://x.test"></iframe>`
    )

    expect(html).not.toMatch(
      /script|onclick|onload|iframe|svg|javascript|\ssrc=|data:image/
    )
  })

  it("keeps the words of a pasted Word document, and none of its machinery", () => {
    const { html, text } = readReplyHtml(
      `<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->
       <p class="MsoNormal" style="mso-margin-top-alt:auto;font-size:11pt">Dear <b style="mso-bidi-font-weight:normal">Mia</b><o:p></o:p></p>
       <v:shape id="x"><v:imagedata src="file:///C:/x.png"/></v:shape>`
    )

    expect(text).toBe("Dear Mia")
    expect(html).not.toMatch(/mso|Mso|xml|o:p|v:|file:/)
  })

  it("of more than a megabyte is refused with what to do", () => {
    expect(() => readReplyHtml(`<p>${"x".repeat(1_100_000)}</p>`)).toThrow(
      /too long or too complex to be sent as HTML\. Switch to plain text/
    )
  })
})
