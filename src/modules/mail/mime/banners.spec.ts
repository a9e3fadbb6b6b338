import { splitReply } from "./read-email"

const WORDS = "Where is my order?\n\nAnn"

describe("a mail server's warning above a mail from outside", () => {
  it.each([
    "CAUTION: This email originated from outside of the organization. Do not click links or open attachments unless you know the sender.",
    "[EXTERNAL EMAIL] Be careful with links and attachments.",
    "You don't often get email from ann@customer.example. Learn why this is important",
    "ACHTUNG: Diese E-Mail kommt von außerhalb.\nBitte klicken Sie nicht auf Links und öffnen Sie keine Anhänge.",
    "Attention : ce message provient de l'extérieur. Ne cliquez pas sur les liens.",
  ])("is no part of what the person says: %s", (warning) => {
    expect(splitReply({ text: `\n${warning}\n\n${WORDS}` })).toEqual({
      reply: WORDS,
      signature: warning,
      quoted: "",
    })
  })

  it.each([
    "[ACME Official Use Only - General]",
    "Classification: Internal",
    "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256",
  ])(
    "is as little their own when it is a label or the head of a signed text: %s",
    (label) => {
      expect(splitReply({ text: `${label}\n\n${WORDS}` })).toEqual({
        reply: WORDS,
        signature: label,
        quoted: "",
      })
    }
  )

  it("is none in HTML either, where the rest is cut as ever", () => {
    const html =
      "<div>CAUTION: External sender. Do not click links.</div><br><div>Where is it?</div>" +
      "<div>On Mon, Nov 15, 2021 at 7:42 PM Anna &lt;a@b.test&gt; wrote:</div><blockquote>Hi</blockquote>"
    expect(splitReply({ html }).reply).toBe("Where is it?")
  })

  it.each([
    "Attention: the parcel came from outside the EU.\n\nWho pays the customs?",
    "Warning! Your links are broken.\n\nPlease mend them.",
    "This message is for Anna: the outside of the box is torn, see the attachments.",
    "External drives: which can I attach? I clicked everywhere.",
    "[Internal number 5]\nWhere is my order?",
    "Classification: internal or public?\n\nI can't see it on the box.",
    "Be careful with external links, says your page. What does it mean?",
  ])("is not what a customer writes about: %s", (text) => {
    expect(splitReply({ text }).reply).toBe(text)
  })
})
