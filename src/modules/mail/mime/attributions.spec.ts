import { splitReply } from "./read-email"

/** The line above a quote, as mail programs write it in the languages of our shops. */
const ATTRIBUTIONS: Record<string, string[]> = {
  "Gmail English": [
    "On Mon, Nov 15, 2021 at 7:42 PM Anna Lee <anna.lee@shop.example.com> wrote:",
    "On Mon, 15 Nov 2021 at 19:42, Anna Lee <anna.lee@shop.example.com> wrote:",
    "On Mon, 15 Nov 2021, 7:42 pm Anna Lee, <anna.lee@shop.example.com> wrote:",
    "On Mon, Nov 15, 2021 at 7:42 PM 'Anna Lee' via Support <support@shop.example.com> wrote:",
  ],
  "Gmail in other languages": [
    "Anna Lee <anna.lee@shop.example.com> schrieb am Mo., 15. Nov. 2021, 19:42:",
    "Anna Lee ***@***.***> schrieb am Mo., 15. Nov. 2021, 19:42:",
    "Anna Lee ***@***.***> 于2021年11月15日周一 19:42写道：",
    "Am Mo., 15. Nov. 2021 um 19:42 Uhr schrieb Anna Lee <anna.lee@shop.example.com>:",
    "Le lun. 15 nov. 2021 à 19:42, Anna Lee <anna.lee@shop.example.com> a écrit :",
    "El lun, 15 nov 2021 a las 19:42, Anna Lee (<anna.lee@shop.example.com>) escribió:",
    "El lun., 15 de noviembre de 2021 7:42 p. m., Anna Lee <anna.lee@shop.example.com> escribió:",
    "Em seg., 15 de nov. de 2021 às 19:42, Anna Lee <anna.lee@shop.example.com> escreveu:",
    "Anna Lee <anna.lee@shop.example.com> escreveu no dia segunda, 15/11/2021 à(s) 19:42:",
    "Il giorno lun 15 nov 2021 alle ore 19:42 Anna Lee <anna.lee@shop.example.com> ha scritto:",
    "Il lun 15 nov 2021, 19:42 Anna Lee <anna.lee@shop.example.com> ha scritto:",
    "Op ma 15 nov. 2021 om 19:42 schreef Anna Lee <anna.lee@shop.example.com>:",
    "Den man. 15. nov. 2021 kl. 19.42 skrev Anna Lee <anna.lee@shop.example.com>:",
    "man. 15. nov. 2021 kl. 19:42 skrev Anna Lee <anna.lee@shop.example.com>:",
    "Den mån 15 nov. 2021 kl 19:42 skrev Anna Lee <anna.lee@shop.example.com>:",
    "ma 15. marrask. 2021 klo 19.42 Anna Lee (anna.lee@shop.example.com) kirjoitti:",
    "Þann mán., 15. nóv. 2021 kl. 19:42 skrifaði Anna Lee <anna.lee@shop.example.com>:",
    "Kontakt Anna Lee (<anna.lee@shop.example.com>) kirjutas kuupäeval E, 15. november 2021 kell 19:42:",
    "pirmd., 2021. g. 15. nov., plkst. 19:42 — lietotājs Anna Lee (<anna.lee@shop.example.com>) rakstīja:",
    "2021-11-15, pr, 19:42 Anna Lee <anna.lee@shop.example.com> rašė:",
    "pon., 15 lis 2021 o 19:42 Anna Lee <anna.lee@shop.example.com> napisał(a):",
    "po 15. 11. 2021 v 19:42 odesílatel Anna Lee <anna.lee@shop.example.com> napsal:",
    "po 15. 11. 2021 o 19:42 Anna Lee <anna.lee@shop.example.com> napísal(a):",
    "Anna Lee <anna.lee@shop.example.com> ezt írta (időpont: 2021. nov. 15., H, 19:42):",
    "În lun., 15 nov. 2021 la 19:42, Anna Lee <anna.lee@shop.example.com> a scris:",
    "pon, 15. stu 2021. u 19:42 Anna Lee <anna.lee@shop.example.com> napisao je:",
    "пон, 15. нов 2021. у 19:42 Anna Lee <anna.lee@shop.example.com> је написао/ла:",
    "V V pon., 15. nov. 2021 ob 19:42 je oseba Anna Lee <anna.lee@shop.example.com> napisala:",
    "На пн, 15.11.2021 г. в 19:42 ч. Anna Lee <anna.lee@shop.example.com> написа:",
    "пн, 15 нояб. 2021 г. в 19:42, Anna Lee <anna.lee@shop.example.com>:",
    "пн, 15 лист. 2021 р. о 19:42 Anna Lee <anna.lee@shop.example.com> пише:",
    "Στις Δευ 15 Νοε 2021 στις 7:42 μ.μ., ο χρήστης Anna Lee <anna.lee@shop.example.com> έγραψε:",
    "Anna Lee <anna.lee@shop.example.com>, 15 Kas 2021 Pzt, 19:42 tarihinde şunu yazdı:",
    "‫בתאריך יום ב׳, 15 בנוב׳ 2021 ב-19:42 מאת ‪Anna Lee‬‏ <‪anna.lee@shop.example.com‬‏>:‬",
    "في الاثنين، ١٥ نوفمبر ٢٠٢١ في ٧:٤٢ م تمت كتابة ما يلي بواسطة ‪Anna Lee‬‏ <‪anna.lee@shop.example.com‬‏>:",
    "सोम, 15 नव॰ 2021 को 7:42 pm बजे को Anna Lee <anna.lee@shop.example.com> ने लिखा:",
    "ในวันที่ จ. 15 พ.ย. 2021 เวลา 19:42 Anna Lee <anna.lee@shop.example.com> เขียนว่า:",
    "Vào Th 2, 15 thg 11, 2021 vào lúc 19:42 Anna Lee <anna.lee@shop.example.com> đã viết:",
    "Pada tanggal Sen, 15 Nov 2021 19.42, Anna Lee <anna.lee@shop.example.com> menulis:",
    "Missatge de Anna Lee <anna.lee@shop.example.com> del dia dl., 15 de nov. 2021 a les 19:42:",
    "O luns, 15 nov 2021 ás 19:42, Anna Lee (<anna.lee@shop.example.com>) escribiu:",
    "Anna Lee <anna.lee@shop.example.com> 于2021年11月15日周一 19:42写道：",
    "Anna Lee <anna.lee@shop.example.com> 於 2021年11月15日 週一 下午7:42寫道：",
    "2021年11月15日(月) 19:42 Anna Lee <anna.lee@shop.example.com>:",
    "2021년 11월 15일 (월) 오후 7:42, Anna Lee <anna.lee@shop.example.com>님이 작성:",
  ],
  "Apple Mail": [
    "On 15 Nov 2021, at 19:42, Anna Lee <anna.lee@shop.example.com> wrote:",
    "On Nov 15, 2021, at 7:42 PM, Anna Lee <anna.lee@shop.example.com> wrote:",
    "Am 15.11.2021 um 19:42 schrieb Anna Lee <anna.lee@shop.example.com>:",
    "Le 15 nov. 2021 à 19:42, Anna Lee <anna.lee@shop.example.com> a écrit :",
    "Il giorno 15 nov 2021, alle ore 19:42, Anna Lee <anna.lee@shop.example.com> ha scritto:",
    "El 15 nov 2021, a las 19:42, Anna Lee <anna.lee@shop.example.com> escribió:",
    "No dia 15/11/2021, às 19:42, Anna Lee <anna.lee@shop.example.com> escreveu:",
    "Op 15 nov. 2021, om 19:42 heeft Anna Lee <anna.lee@shop.example.com> het volgende geschreven:",
    "15 nov. 2021 kl. 19:42 skrev Anna Lee <anna.lee@shop.example.com>:",
    "Anna Lee <anna.lee@shop.example.com> kirjoitti 15.11.2021 kello 19.42:",
    "Wiadomość napisana przez Anna Lee <anna.lee@shop.example.com> w dniu 15 lis 2021, o godz. 19:42:",
    "15. 11. 2021 v 19:42, Anna Lee <anna.lee@shop.example.com>:",
    "15 нояб. 2021 г., в 19:42, Anna Lee <anna.lee@shop.example.com> написал(а):",
    "Anna Lee <anna.lee@shop.example.com> şunları yazdı (15 Kas 2021 19:42):",
    "2021/11/15 19:42、Anna Lee <anna.lee@shop.example.com>のメール:",
    "在 2021年11月15日，下午7:42，Anna Lee <anna.lee@shop.example.com> 写道：",
    "2021. 11. 15. 오후 7:42, Anna Lee <anna.lee@shop.example.com> 작성:",
  ],
  "other programs": [
    "On Monday, November 15, 2021, 07:42:10 PM GMT+1, Anna Lee <anna.lee@shop.example.com> wrote:",
    "On Monday, November 15th, 2021 at 7:42 PM, Anna Lee <anna.lee@shop.example.com> wrote:",
    "‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐",
    "------- Original Message -------",
    '15.11.2021, 19:42, "Anna Lee" <anna.lee@shop.example.com>:',
    "Понедельник, 15 ноября 2021, 19:42 +03:00 от Anna Lee <anna.lee@shop.example.com>:",
    'At 2021-11-15 19:42:10, "Anna Lee" <anna.lee@shop.example.com> wrote:',
    "---- On Mon, 15 Nov 2021 19:42:10 +0100 Anna Lee <anna.lee@shop.example.com> wrote ----",
    "---- Am Mo, 15 Nov 2021 19:42:10 +0100 schrieb Anna Lee <anna.lee@shop.example.com> ----",
    "Anna Lee/Shop/DE wrote on 15.11.2021 19:42:10:",
    "Nov 15, 2021, 19:42 by anna.lee@shop.example.com:",
    "On November 15, 2021 7:42:10 PM GMT+01:00, Anna Lee <anna.lee@shop.example.com> wrote:",
    "Am 15. November 2021 19:42:10 MEZ schrieb Anna Lee <anna.lee@shop.example.com>:",
    "Dnia 15 listopada 2021 19:42 Anna Lee <anna.lee@shop.example.com> napisał(a):",
    "---------- Původní e-mail ----------",
    "------ Originalnachricht ------",
    "-----Messaggio originale-----",
    "-----Mensaje original-----",
    "-----Oorspronkelijk bericht-----",
    "-----Message d'origine-----",
    "-----Ursprungligt meddelande-----",
    "-----Eredeti üzenet-----",
    "------------------ 原始邮件 ------------------",
    "-----Исходное сообщение-----",
    "Anna Lee (Shop) anna.lee@shop.example.com schrieb am Mo., 15. Nov. 2021, 19:42:",
    "On Mon, 15 Nov 2021 19:42:10 +0100, Anna Lee anna.lee@shop.example.com wrote:",
    "W dniu 2021-11-15 19:42:10 użytkownik Anna Lee anna.lee@shop.example.com napisał:",
    "Wiadomość napisana przez Anna Lee anna.lee@shop.example.com w dniu 15.11.2021, o godz. 19:42:",
    "Dne po 15. 11. 2021 19:42 uživatel Anna Lee <anna.lee@shop.example.com> napsal:",
    "anna.lee@shop.example.com wrote:",
  ],
}

const THUNDERBIRD = [
  "On 15/11/2021 19:42, Anna Lee wrote:",
  "Am 15.11.21 um 19:42 schrieb Anna Lee:",
  "Le 15/11/2021 à 19:42, Anna Lee a écrit :",
  "Il 15/11/2021 19:42, Anna Lee ha scritto:",
  "El 15/11/21 a las 19:42, Anna Lee escribió:",
  "Em 15/11/2021 19:42, Anna Lee escreveu:",
  "Op 15-11-2021 om 19:42 schreef Anna Lee:",
  "W dniu 15.11.2021 o 19:42, Anna Lee pisze:",
  "Dne 15.11.2021 v 19:42 Anna Lee napsal(a):",
  "15.11.2021 19:42, Anna Lee пишет:",
  "Den 15.11.2021 kl. 19.42, skrev Anna Lee:",
  "2021. 11. 15. 19:42 keltezéssel, Anna Lee írta:",
  "Anna Lee kirjoitti 15.11.2021 klo 19.42:",
  "Στις 15/11/2021 7:42 μ.μ., ο Anna Lee έγραψε:",
  "Quoting Anna Lee <anna.lee@shop.example.com>:",
  "Anna Lee wrote:",
  "Anna Lee schrieb:",
  "* Anna Lee <anna.lee@shop.example.com> [2021-11-15 19:42]:",
  "Anna Lee <anna.lee@shop.example.com> writes:",
  "Hello Anna, on Monday you wrote:",
  "Dne 15. 11. 21 ob 19:42 je Anna Lee napisal(a):",
  "Anna Lee(e)k idatzi zuen, 2021/11/15 19:42 (e)tan:",
  "2021-11-15 오후 7:42에 Anna Lee 이(가) 쓴 글:",
]

const REPLY = "Thanks, it works now.\n\nOne more question: when does it ship?"

describe("an attribution above unmarked history", () => {
  for (const [program, attributions] of Object.entries(ATTRIBUTIONS)) {
    it.each(attributions)(`begins it (${program}): %s`, (attribution) => {
      const text = `${REPLY}\n\n${attribution}\n\nHave you tried again?\n\nAnna\n`
      expect(splitReply({ text }).reply).toBe(REPLY)
    })

    it.each(attributions)(
      `begins it with its line broken (${program}): %s`,
      (attribution) => {
        const text = `${REPLY}\n\n${wrapped(attribution)}\n\nHave you tried again?\n`
        expect(splitReply({ text }).reply).toBe(REPLY)
      }
    )
  }
})

describe("an attribution above lines with >", () => {
  const all = [...Object.values(ATTRIBUTIONS).flat(), ...THUNDERBIRD]

  it.each(all)("goes with them: %s", (attribution) => {
    const text = `${REPLY}\n\n${attribution}\n> Have you tried again?\n>\n> Anna\n`
    const { reply, quoted } = splitReply({ text })
    expect(reply).toBe(REPLY)
    expect(quoted).toContain("Have you tried again?")
  })

  it.each(all)("goes with them when the answer stands below: %s", (attribution) => {
    const text = `${attribution}\n> Have you tried again?\n>\n> Anna\n\n${REPLY}\n`
    expect(splitReply({ text }).reply).toBe(REPLY)
  })

  it.each(all.filter((line) => !/^[-‐]/.test(line)))(
    "goes with them in HTML: %s",
    (line) => {
      const shown = line.replace(/</g, "&lt;").replace(/>/g, "&gt;")
      const html = `<div>Thanks, it works now.</div><div><br></div><div><div>${shown}<br></div>
      <blockquote style="margin:0 0 0 .8ex"><div>Have you tried again?</div></blockquote></div>`
      expect(splitReply({ html }).reply).toBe("Thanks, it works now.")
    }
  )
})

describe("a sentence that looks like an attribution", () => {
  it.each([
    "On your last mail you wrote:",
    "As you wrote on 15 Nov 2021 at 19:42:",
    "I called on Monday at 19:42 and was told:",
    "At 19:42 I wrote to bob@example.com and got this answer:",
    "My colleague Anna Lee wrote:",
    "These are the sizes on 15/11/2021:",
    "You can reach me until 19:42 or by mail at anna@example.com:",
    "On the invoice of 15.11.2021 it says:",
    "am 15.11.2021 schrieb mir Frau Lee <anna@shop.example> Folgendes:",
    "I wrote to bob@example.com on 15.11.2021 at 19:42 and he wrote:",
    "On Mon, Nov 15, 2021 at 7:42 PM I ordered two shirts and Anna wrote: on Friday.",
  ])("hides nothing: %s", (sentence) => {
    const text = `Hello,\n\n${sentence}\n\nThe parcel is lost.\n\nWhat now?`
    expect(splitReply({ text }).reply).toBe(text)
  })
})

describe("an attribution in a language we have no words for", () => {
  const lines = [
    "Qwe, 15 rtz 2021 uio 19:42, asdfg hjk Anna Lee <anna.lee@shop.example.com> yxcvb:",
    "Qwe asd Anna Lee, rtz uio pasdf 15/11/2021 ghj 19:42 < anna.lee@shop.example.com >:",
    "সোম, ১৫ নভে, ২০২১ তারিখে ৭:৪২ PM এ Anna Lee <anna.lee@shop.example.com> লিখেছেন:",
  ]

  it.each(lines)("is told by its date, time and address: %s", (line) => {
    for (const attribution of [line, wrapped(line), line.replace("<", "<\n")]) {
      const text = `${REPLY}\n\n${attribution}\n\nHave you tried again?\n`
      expect(splitReply({ text }).reply).toBe(REPLY)
    }
  })
})

describe("above quoted lines, a line in a language we have no words for", () => {
  it.each([
    "Qwe 2021-11-15 19:42 asd, Anna Lee yxcvbn:",
    "Qwe, 15-11-2021, 19:42 asdf +0100, anna.lee@shop.example.com yxc:",
    "Qwe asdfgh, 15. yxcv 2021. 19:42:",
  ])("is its attribution by date, time and name: %s", (line) => {
    const text = `${REPLY}\n\n${line}\n> Have you tried again?`
    expect(splitReply({ text }).reply).toBe(REPLY)
  })

  it.each([
    "We called you on 15.11.2021 at 19:42 and had this answer:",
    "They called on 15.11.2021 at 19:42, the answer was:",
    "This came on 15.11.2021 at 19:42 by mail, what is it:",
  ])("is the person's with a sentence around the date: %s", (line) => {
    const text = `Hello,\n\n${line}\n> lost`
    expect(splitReply({ text }).reply).toBe(text)
  })
})

/** By language, as open mail programs translate them. */
const TRANSLATED = {
  Kazakh: "Anna Lee жазған:",
  Malay: "Anna Lee membalas:",
  Uzbek: "Anna Lee yozdi:",
  "Norwegian Nynorsk": "Anna Lee skreiv:",
  Frisian: "Anna Lee skreau:",
  Faroese: "Tann 2021-11-15 19:42, skrivaði Anna Lee:",
  Breton: "Skrivet eo bet gant Anna Lee :",
  Friulian: "Anna Lee al/e à scrit:",
  Occitan: "Anna Lee a escrich :",
  Esperanto: "Je lu, 2021-11-15 je 19:42 +0100, Anna Lee skribis:",
  Gaelic: "Sgrìobh Anna Lee na leanas:",
  Georgian: "Anna Lee წერს:",
  Hebrew: "נכתב על ידי Anna Lee:",
  Slovenian: "2021-11-15 19:42, je Anna Lee napisal",
  Bosnian: "Na ponedjeljak, 15. novembar 2021. 19:42 ste napisali:",
  Serbian: "Дана понедељак, 15. новембар 2021. у 19:42, написасте:",
  Finnish: "Kirjoitit maanantai 15. marraskuuta 2021 19.42:",
  Hungarian: "Anna Lee a következőt írta ekkor: 2021. november 15., hétfő 19:42",
  Xhosa: "Ngo-Mvu, 2021-11-15 e 19:42 +0100, Anna Lee ubhale:",
}

describe("the line above quoted lines", () => {
  it.each(Object.entries(TRANSLATED))("is history in %s: %s", (_, line) => {
    const text = `${REPLY}\n\n${line}\n> Have you tried again?`
    expect(splitReply({ text }).reply).toBe(REPLY)
  })

  it.each([
    "Napisali ste da stiže u petak:",
    "Na stranici piše:",
    "Dana 15.11.2021 u 19:42 na pošiljci piše:",
    "15.11.2021 в 19:42 на коробке было написано:",
    "15.11.2021 19:42 kutxan idatzita zegoen:",
    "Šta piše na pošiljci 15.11.2021:",
    "Mi ha scrit mia sorella:",
    "Kollegaen din skreiv:",
    "I membalas on Monday, it says:",
    "הזמנה נכתב על ידי המוכר:",
    "Menga 15.11.2021 kuni yozdi:",
  ])("is the person's without them: %s", (line) => {
    const text = `Hello,\n\n${line}\n\nThe parcel is lost.`
    expect(splitReply({ text }).reply).toBe(text)
  })
})

describe("an attribution without its colon", () => {
  it("is one above the fields of the mail, be they names only", () => {
    const text = `${REPLY}\nAm 15.11.21 um 19:42 schrieb Shop Kundendienst\nVon: "Shop Kundendienst"\nDatum: 15. November 2021\nAn: Anna\n\nHallo`
    expect(splitReply({ text }).reply).toBe(REPLY)
  })

  it("is none above anything else", () => {
    const text = `Hello,\n\nOn 15.11.2021 at 19:42 Anna wrote to me\nDate: tomorrow\n\nIs it true?`
    expect(splitReply({ text }).reply).toBe(text)
  })
})

describe("a dated sentence right above an attribution", () => {
  it.each([
    "On 5.5.2021 I ordered a lamp.",
    "On 5.5.2021 at 10:00 I ordered a lamp",
    "Anna <anna@shop.example> called me on 5.5.2021, 10:00 and",
  ])("is the person's: %s", (sentence) => {
    const text = `${sentence}\nOn Mon, Nov 15, 2021 at 7:42 PM Anna Lee <anna@shop.example> wrote:\n> Hi`
    expect(splitReply({ text }).reply).toBe(sentence)
  })
})

describe("an attribution that shares its line", () => {
  it.each([
    [
      "with the person's sentence",
      "Hello. On 15/11/2021, Anna <a@shop.example> wrote: Hi",
    ],
    ["with history", 'Hello.\n\nOn 15/11/2021 at 7:42 PM, "Anna"  wrote:Our new shop'],
  ])("is cut out: %s", (_, text) => {
    expect(splitReply({ text }).reply).toBe("Hello.")
  })
})

/** As programs wrap plain text: at 76 columns, between words. */
function wrapped(line: string): string {
  return line.replace(/(.{40,76}) (?=\S)/u, "$1\n")
}
