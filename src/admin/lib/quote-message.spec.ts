import { placeholdersIn } from "../../modules/helpdesk/domain/fill-text"
import { quoteMessage } from "./quote-message"

describe("a message that is quoted", () => {
  it("stands below whose it is, in text and in HTML", () => {
    expect(quoteMessage({ body_text: "Hello,\nwhere?\n\nMia" }, "Mia wrote:")).toEqual({
      text: "Mia wrote:\n> Hello,\n> where?\n> \n> Mia\n\n",
      html: "<p>Mia wrote:</p><blockquote><p>Hello,<br>where?</p><p>Mia</p></blockquote><p></p>",
    })
  })

  it("is neither markup nor a variable", () => {
    const { html, text } = quoteMessage(
      { body_text: "<img src=x onerror=alert(1)> {{ order.total }}" },
      "<b>:"
    )

    expect(html).not.toMatch(/<img|<b>/)
    expect(placeholdersIn(text + html)).toEqual([])
  })
})
