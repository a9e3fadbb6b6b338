import { htmlOfText } from "./html-of-text"

describe("a plain text in the editor", () => {
  it.each([
    ["Hello\n\nMia", "<p>Hello</p><p>Mia</p>"],
    ["Hello\nMia", "<p>Hello<br>Mia</p>"],
    ["<b> & co", "<p>&lt;b&gt; &amp; co</p>"],
    [" \n ", ""],
  ])("%j is %s", (text, html) => {
    expect(htmlOfText(text)).toBe(html)
  })
})
