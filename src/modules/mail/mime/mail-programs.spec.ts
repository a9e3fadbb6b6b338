import { splitReply } from "./read-email"

const REPLY = "Thanks, it works now."
const ADDRESS = `Anna Lee &lt;<a href="mailto:anna@shop.example">anna@shop.example</a>&gt;`
const HISTORY = "<div>Have you tried again?</div>"
const FIELDS = `<b>From:</b> Anna Lee &lt;anna@shop.example&gt;<br><b>Sent:</b> Monday, November 15, 2021 7:42 PM<br><b>To:</b> Bob<br><b>Subject:</b> Order`
const UNKNOWN_FIELDS = `<b>Qwe:</b> Anna Lee<br><b>Rtz:</b> Mon 19:42<br><b>Uio:</b> Bob<br><b>Asd:</b> Order`

/** What programs put below an answer, in the shape they send it. */
const PROGRAMS: Record<string, string> = {
  Gmail: `<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Mon, Nov 15, 2021 at 7:42 PM ${ADDRESS} wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204)">${HISTORY}</blockquote></div>`,
  "Gmail in a language nobody knows": `<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Qwe rtz 15 uio 2021 asd 19:42 fgh Anna Lee:<br></div><blockquote class="gmail_quote">${HISTORY}</blockquote></div>`,
  "Outlook on the web": `<div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr">${FIELDS}</div>${HISTORY}`,
  "Outlook on the web in a language nobody knows": `<hr><div id="divRplyFwdMsg" dir="ltr">${UNKNOWN_FIELDS}</div>${HISTORY}`,
  "Outlook for Windows": `<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal">${FIELDS}</p></div></div>${HISTORY}`,
  "Outlook for Windows in a language nobody knows": `<div><div style="border: none; border-top: solid #B5C4DF 1.0pt ; padding: 3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${UNKNOWN_FIELDS}</p></div></div>${HISTORY}`,
  "Outlook for Mac": `<span id="OLK_SRC_BODY_SECTION"><div>${UNKNOWN_FIELDS}</div>${HISTORY}</span>`,
  "Outlook on a phone": `<div id="mail-editor-reference-message-container"><div>${UNKNOWN_FIELDS}</div>${HISTORY}</div>`,
  "Apple Mail": `<div><br><blockquote type="cite"><div>On 15 Nov 2021, at 19:42, ${ADDRESS} wrote:</div><br class="Apple-interchange-newline">${HISTORY}</blockquote></div>`,
  "Apple Mail on a phone": `<br><div dir="ltr"><blockquote type="cite">Am 15.11.2021 um 19:42 schrieb Anna:<br><br></blockquote></div><blockquote type="cite">${HISTORY}</blockquote>`,
  Thunderbird: `<div class="moz-cite-prefix">Am 15.11.21 um 19:42 schrieb Anna Lee:<br></div><blockquote type="cite" cite="mid:1@shop.example">${HISTORY}</blockquote>`,
  Yahoo: `<div id="ydp2yahoo_quoted_9" class="ydp2yahoo_quoted"><div>On Monday, November 15, 2021, 07:42:10 PM GMT+1, Anna wrote:</div>${HISTORY}</div>`,
  Proton: `<div class="protonmail_quote">On Monday, November 15th, 2021 at 7:42 PM, ${ADDRESS} wrote:<br><blockquote class="protonmail_quote" type="cite">${HISTORY}</blockquote></div>`,
  Zoho: `<div class="zmail_extra"><div>---- On Mon, 15 Nov 2021 19:42:10 +0100 <b>${ADDRESS}</b> wrote ---<br></div><blockquote>${HISTORY}</blockquote></div>`,
  "GMX and WEB.DE": `<div style="border-left: 2.0px solid rgb(195,217,229);"><div><b>Gesendet:</b>&nbsp;Montag, 15. November 2021 um 19:42 Uhr<br><b>Von:</b>&nbsp;${ADDRESS}<br><b>An:</b>&nbsp;bob@customer.example<br><b>Betreff:</b>&nbsp;Bestellung</div>${HISTORY}</div>`,
  "Mail.ru": `<blockquote style="border-left:1px solid #0857A6">Понедельник, 15 ноября 2021, 19:42 +03:00 от ${ADDRESS}:<br>${HISTORY}</blockquote>`,
  Yandex: `<div>15.11.2021, 19:42, "Anna Lee" &lt;anna@shop.example&gt;:</div><blockquote>${HISTORY}</blockquote>`,
  QQ: `<div>------------------&nbsp;原始邮件&nbsp;------------------</div><div><b>发件人:</b>&nbsp;"Anna"&lt;anna@shop.example&gt;;</div><div><b>发送时间:</b>&nbsp;2021年11月15日</div>${HISTORY}`,
  Naver: `<p>-----Original Message-----<br><b>From:</b> "Anna"&lt;anna@shop.example&gt;<br><b>To:</b> "Bob"<br><b>Sent:</b> 2021-11-15 (월) 19:42:10<br></p>${HISTORY}`,
  Fastmail: `<div>On Mon, Nov 15, 2021, at 7:42 PM, Anna Lee wrote:<br></div><blockquote type="cite" id="qt">${HISTORY}</blockquote>`,
  Tuta: `<div>15. Nov. 2021, 19:42 von anna@shop.example:</div><blockquote class="tutanota_quote">${HISTORY}</blockquote>`,
  "Open-Xchange": `<blockquote type="cite"><div>Anna Lee &lt;anna@shop.example&gt; hat am 15.11.2021 19:42 CET geschrieben:</div>${HISTORY}</blockquote>`,
  Roundcube: `<p id="reply-intro">On 2021-11-15 19:42, Anna Lee wrote:</p><blockquote type="cite">${HISTORY}</blockquote>`,
  Spark: `<div name="messageReplySection">On 15 Nov 2021, 19:42 +0100, ${ADDRESS}, wrote:<br><blockquote type="cite">${HISTORY}</blockquote></div>`,
  Notes: `<table><tr><td>From:</td><td>Anna Lee &lt;anna@shop.example&gt;</td></tr><tr><td>To:</td><td>bob@customer.example</td></tr><tr><td>Date:</td><td>11/15/2021 07:42 PM</td></tr><tr><td>Subject:</td><td>Order</td></tr></table><hr>${HISTORY}`,
  iNotes: `<font>-----Anna Lee &lt;anna@shop.example&gt; wrote: -----</font><div class="iNotesHistory">To: bob<br>From: Anna${HISTORY}</div>`,
  Zimbra: `<hr id="zwchr" data-marker="__DIVIDER__"><div>${UNKNOWN_FIELDS}</div>${HISTORY}`,
  Samsung: `<div>-------- Original message --------</div><div>From: Anna Lee &lt;anna@shop.example&gt; </div><div>Date: 15/11/2021 19:42 (GMT+01:00) </div>${HISTORY}`,
  GroupWise: `<br>&gt;&gt;&gt; Anna Lee &lt;anna@shop.example&gt; 15.11.2021 19:42 &gt;&gt;&gt;<br>${HISTORY}`,
  Infomaniak: `<div class="ik_mail_quote"><div>Qwe rtz 19:42 uio:</div>${HISTORY}</div>`,
  Aliyun: `<div id="oriMsgHtmlSeperator"></div><div>Qwe rtz 19:42 uio</div>${HISTORY}`,
  Edison: `<div id="edo-original"><div>Qwe rtz 19:42${HISTORY}</div></div>`,
  "a helpdesk": `<blockquote><div>##- Please type your reply above this line -##</div>${HISTORY}</blockquote>`,
}

describe.each(Object.entries(PROGRAMS))("an answer written with %s", (_, below) => {
  const html = `<div dir="ltr">${REPLY}</div>${below}`

  it("is cut from its history", () => {
    const { reply, quoted } = splitReply({ html })
    expect(reply).toBe(REPLY)
    expect(quoted).toContain("Have you tried again?")
  })
})

describe("a signature in an element of its own", () => {
  it.each([
    `<div class="gmail_signature">Bob Ray</div>`,
    `<div data-smartmail="gmail_signature">Bob Ray</div>`,
    `<div id="Signature">Bob Ray</div>`,
    `<pre class="moz-signature">Bob Ray</pre>`,
    `<div id="ms-outlook-mobile-signature">Bob Ray</div>`,
    `<div id="composer_signature">Bob Ray</div>`,
    `<div name="messageSignatureSection">Bob Ray</div>`,
    `<div class="protonmail_signature_block">Bob Ray</div>`,
    `<div class="editorUserSignature">Bob Ray</div>`,
  ])("is kept apart: %s", (element) => {
    expect(splitReply({ html: `<div>${REPLY}</div>${element}` })).toEqual({
      reply: REPLY,
      signature: "Bob Ray",
      quoted: "",
    })
  })
})

describe("markup that misleads", () => {
  it("does not hide an answer typed into the element of the signature", () => {
    const html = `<div dir="auto"><br></div><div id="ms-outlook-mobile-body-separator-line"><br></div><div id="ms-outlook-mobile-signature"><div>${REPLY}</div></div><hr><div id="divRplyFwdMsg">${FIELDS}</div>${HISTORY}`
    expect(splitReply({ html }).reply).toBe(REPLY)
  })

  it("does not hide an answer below a quote that has history of its own", () => {
    const html = `<div class="moz-cite-prefix">On 11/15/21, Anna wrote:<br></div><blockquote type="cite">${HISTORY}<div class="yahoo_quoted"><div>On</div></div></blockquote>${REPLY}`
    const { reply, quoted } = splitReply({ html })
    expect(reply).toBe(REPLY)
    expect(quoted).toContain("> On")
  })
})

describe("what a person put into the HTML", () => {
  it.each([
    [
      "answers between quotes",
      `<div>Hello,</div><blockquote type="cite"><div>Which colour?</div></blockquote><div>Blue.</div><blockquote type="cite"><div>Which size?</div></blockquote><div>XL</div>`,
      "Hello,\n> Which colour?\nBlue.\n> Which size?\nXL",
    ],
    [
      "answers inside Gmail's quote",
      `<div class="gmail_quote"><div class="gmail_attr">On Mon, Nov 15, 2021 at 7:42 PM Anna wrote:<br></div><blockquote class="gmail_quote">Which colour?</blockquote><div>Blue.</div><blockquote class="gmail_quote">Which size?</blockquote><div>XL</div></div>`,
      "On Mon, Nov 15, 2021 at 7:42 PM Anna wrote:\n> Which colour?\nBlue.\n> Which size?\nXL",
    ],
    [
      "a quotation of their own",
      `<div>Your page says:</div><blockquote>Free returns</blockquote><div>Is it true?</div>`,
      "Your page says:\n> Free returns\nIs it true?",
    ],
    [
      "rules and frames",
      `<div>First.</div><hr><div style="border-top:1px solid #ccc">Second.</div>`,
      "First.\nSecond.",
    ],
    [
      "words from a web page",
      `<div>Your page says:</div><blockquote cite="https://shop.example/returns">Returns are free.</blockquote>`,
      "Your page says:\nReturns are free.",
    ],
    [
      "an indented list",
      `<div>Items:</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px">2 shirts</blockquote><div>Thanks</div>`,
      "Items:\n2 shirts\nThanks",
    ],
  ])("stays: %s", (_, html, reply) => {
    const shown = splitReply({ html }).reply.replace(/\n\n+/g, "\n")
    expect(shown).toBe(reply)
  })
})
