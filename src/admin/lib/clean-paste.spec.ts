import { cleanPaste, hasWords } from "./clean-paste"

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0cm}</style></head><body>
<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->
<p class=MsoNormal style='mso-margin-top-alt:auto'>Dear <b>Mia</b><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·<span>       </span></span><![endif]>Teapot<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·</span><![endif]>Mug<o:p></o:p></p>
<p class=MsoNormal>&nbsp;</p><img width=10 src="file:///C:/Users/x/clip.png"></body></html>`

describe("what is pasted from Word or Outlook", () => {
  it("keeps its words and lists, and none of its machinery", () => {
    const html = cleanPaste(WORD)

    expect(html).toContain("Dear <b>Mia</b>")
    expect(html).toContain("<ul><li><p>Teapot</p></li><li><p>Mug</p></li></ul>")
    expect(html).not.toMatch(/<!|o:p|<style|<xml|WordDocument|file:|·/)
  })

  it("loses bullets that were written as letters", () => {
    const item = (text: string) => `<p class="MsoListParagraph">${text}</p>`

    expect(cleanPaste(item("<span>o </span>one") + item("• two"))).toBe(
      "<ul><li><p><span></span>one</p></li><li><p>two</p></li></ul>"
    )
    expect(cleanPaste(item("1. one") + item("2) two"))).toBe(
      "<ol><li><p>one</p></li><li><p>two</p></li></ol>"
    )
  })

  it("leaves what other programs wrote as it is", () => {
    const plain = '<p>See <a href="https://x.test">this</a> &lt;b&gt;</p>'

    expect(cleanPaste(plain)).toBe(plain)
  })

  it("is text when it has words, and a picture when it has none", () => {
    expect(hasWords(WORD)).toBe(true)
    expect(hasWords('<meta charset="utf-8"><img src="https://x.test/a.png">')).toBe(false)
    expect(hasWords("<style>p{}</style><p>&nbsp;</p>")).toBe(false)
  })
})
