import { splitReply } from "./read-email"

/** From, sent, to, subject as Outlook and its like write them, by language. */
const BLOCKS: Record<string, [string, string, string, string]> = {
  English: ["From", "Sent", "To", "Subject"],
  "English with a date": ["From", "Date", "To", "Subject"],
  German: ["Von", "Gesendet", "An", "Betreff"],
  "German on a phone": ["Von", "Datum", "An", "Betreff"],
  French: ["De", "Envoyé", "À", "Objet"],
  "French with a date": ["De", "Date", "À", "Objet"],
  Spanish: ["De", "Enviado", "Para", "Asunto"],
  "Spanish with el": ["De", "Enviado el", "Para", "Asunto"],
  "Spanish with a date": ["De", "Fecha", "Para", "Asunto"],
  Portuguese: ["De", "Enviado", "Para", "Assunto"],
  "Brazilian Portuguese": ["De", "Enviada em", "Para", "Assunto"],
  Italian: ["Da", "Inviato", "A", "Oggetto"],
  "Italian with a date": ["Da", "Data", "A", "Oggetto"],
  Dutch: ["Van", "Verzonden", "Aan", "Onderwerp"],
  "Dutch with a date": ["Van", "Datum", "Aan", "Onderwerp"],
  Danish: ["Fra", "Sendt", "Til", "Emne"],
  Norwegian: ["Fra", "Dato", "Til", "Emne"],
  Swedish: ["Från", "Skickat", "Till", "Ämne"],
  Finnish: ["Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe"],
  Estonian: ["Saatja", "Saadetud", "Kellele", "Teema"],
  Polish: ["Od", "Wysłano", "Do", "Temat"],
  Czech: ["Od", "Odesláno", "Komu", "Předmět"],
  Slovak: ["Od", "Odoslané", "Komu", "Predmet"],
  Hungarian: ["Feladó", "Elküldve", "Címzett", "Tárgy"],
  Romanian: ["De la", "Trimis", "Către", "Subiect"],
  Croatian: ["Od", "Poslano", "Za", "Predmet"],
  Slovenian: ["Od", "Poslano", "Za", "Zadeva"],
  Turkish: ["Kimden", "Gönderildi", "Kime", "Konu"],
  Russian: ["От", "Отправлено", "Кому", "Тема"],
  Ukrainian: ["Від", "Надіслано", "Кому", "Тема"],
  Bulgarian: ["От", "Изпратено", "До", "Относно"],
  Greek: ["Από", "Στάλθηκε", "Προς", "Θέμα"],
  Arabic: ["من", "تم الإرسال", "إلى", "الموضوع"],
  Hebrew: ["מאת", "נשלח", "אל", "נושא"],
  Chinese: ["发件人", "发送时间", "收件人", "主题"],
  "Traditional Chinese": ["寄件者", "寄件日期", "收件者", "主旨"],
  Japanese: ["差出人", "送信日時", "宛先", "件名"],
  Korean: ["보낸 사람", "보낸 날짜", "받는 사람", "제목"],
  Vietnamese: ["Từ", "Đã gửi", "Đến", "Chủ đề"],
  Serbian: ["Шаље", "Послато", "Прималац", "Тема"],
  Macedonian: ["Од", "Испратено", "До", "Наслов"],
  Latvian: ["Sūtītājs", "Nosūtīts", "Adresāts", "Tēma"],
  Lithuanian: ["Siuntėjas", "Išsiųsta", "Gavėjas", "Tema"],
  Catalan: ["De", "Enviat el", "Per a", "Assumpte"],
  Hindi: ["प्रेषक", "भेजा गया", "प्रति", "विषय"],
  Thai: ["จาก", "ส่ง", "ถึง", "เรื่อง"],
  Malay: ["Daripada", "Dihantar", "Kepada", "Subjek"],
  Kazakh: ["Кімнен", "Жіберілді", "Кімге", "Тақырыбы"],
  "Chinese of Hong Kong": ["從", "已傳送", "至", "主旨"],
}

const REPLY = "Yes, please send it again.\n\nThe old one never came."

describe.each(Object.entries(BLOCKS))(
  "a header block in %s",
  (_, [from, sent, to, subject]) => {
    const fields = [
      [from, "Shop Support <support@shop.example.com>"],
      [sent, "15.11.2021 19:42"],
      [to, "anna@customer.example.org"],
      [subject, "Your order 1042"],
    ]
    const history = "\n\nDid your parcel arrive?\n\nThe shop"

    it.each([
      [
        "below a blank line",
        "\n\n",
        (label: string, value: string) => `${label}: ${value}`,
      ],
      [
        "right below the answer",
        "\n",
        (label: string, value: string) => `${label}: ${value}`,
      ],
      [
        "below a rule",
        `\n${"_".repeat(32)}\n`,
        (label: string, value: string) => `${label}: ${value}`,
      ],
      [
        "with a space before the colon",
        "\n\n",
        (label: string, value: string) => `${label} : ${value}`,
      ],
      ["in bold", "\n\n", (label: string, value: string) => `*${label}:* ${value}`],
      [
        "below dashes",
        `\n\n${"-".repeat(30)}\n`,
        (label: string, value: string) => `${label}:\t${value}`,
      ],
      ["indented", "\n\n", (label: string, value: string) => `  ${label}: ${value}`],
      [
        "with wide colons",
        "\n\n",
        (label: string, value: string) => `${label}：${value}`,
      ],
    ])("begins history %s", (_where, gap, field) => {
      const block = fields.map(([label, value]) => field(label, value)).join("\n")
      expect(splitReply({ text: `${REPLY}${gap}${block}${history}` }).reply).toBe(REPLY)
    })

    it("begins history in HTML", () => {
      const block = fields
        .map(([label, value]) => `<b>${label}:</b> ${escaped(value)}`)
        .join("<br>")
      const html = `<div><p>Yes, please send it again.</p><div><p>${block}</p></div><p>Old text</p></div>`
      expect(splitReply({ html }).reply).toBe("Yes, please send it again.")
    })

    it("begins history when it ends with the names alone", () => {
      const named = [
        `${from}: Shop Support`,
        `${sent}: 15. 11. 2021 19:42`,
        `${to}: Anna Lee`,
        `${subject}: Your order 1042`,
      ].join("\n")
      expect(splitReply({ text: `${REPLY}\n\n${named}${history}` }).reply).toBe(REPLY)
    })
  }
)

describe("a header block in a language we have no words for", () => {
  const block = [
    "Kutoka: Shop Support <support@shop.example.com>",
    "Iliyotumwa: 15.11.2021 19:42",
    "Kwa: Anna Lee <anna@customer.example.org>",
    "Mada: Your order 1042",
  ].join("\n")

  it("begins history by its shape", () => {
    const text = `${REPLY}\n\n${block}\n\nDid it arrive?`
    expect(splitReply({ text }).reply).toBe(REPLY)
  })

  it("begins history with a blank line between its lines, as paragraphs have", () => {
    const text = `${REPLY}\n\n${block.replace(/\n/g, "\n\n")}\n\nDid it arrive?`
    expect(splitReply({ text }).reply).toBe(REPLY)
  })

  it("is no list of what a customer ordered", () => {
    const text = `Hello,\n\nCustomer: Anna Lee <anna@customer.example.org>\nOrdered: 15.11.2021 19:42\nSize: XL\n\nPlease cancel it.`
    expect(splitReply({ text }).reply).toBe(text)
  })
})

describe("a header block of which we know some words, or none", () => {
  const rfc = "Mon, 15 Nov 2021 19:42:10 +0100"
  const anna = "Anna Lee <anna@shop.example>"
  const bob = "Bob <bob@customer.example>"
  it.each([
    [
      "the address alone first",
      `Seolaí: anna@shop.example\nDáta: ${rfc}\nChuig: ${bob}\nÁbhar: Order`,
    ],
    [
      "the subject first, below a title",
      `-------- Qwertz uiop --------\nSujed: Order\nDeiz: ${rfc}\nEus: ${anna}\nDa: ${bob}`,
    ],
    [
      "a title with the name",
      `----- Qwertz "Lee, Anna (Shop)" <anna@shop.example> asd -----\nDags: ${rfc}\nFrá: ${anna}\nTil: ${bob}`,
    ],
    ["a label with a slash", `Από: ${anna}\nΠρος: ${bob}\nΘέμα: Order\nΗμ/νία: ${rfc}`],
    [
      "a heavy line on both sides",
      `━━━Qwertz━━━\nTừ: ${anna}\nCho: ${bob}\nChủ đề: Order\nNgày: ${rfc}`,
    ],
    [
      "one more label in the middle",
      `From: ${anna}\nOrganisation: Lamps\nDate: ${rfc}\nSubject: Order`,
    ],
  ])("begins history: %s", (_, block) => {
    const text = `${REPLY}\n\n${block}\n\nDid it arrive?`
    expect(splitReply({ text }).reply).toBe(REPLY)
  })

  it.each([
    `Mail: anna@customer.example\nOther mail: anna@home.example\nOrdered: 15.11.2021 19:42`,
    `Order: 1042\nName: ${anna}\nOrdered: 15.11.2021 19:42\nColour: red`,
    `----- My order -----\nOrder: 1042\nOrdered: 15.11.2021 19:42\nMail: anna@customer.example`,
    `----- My order -----\nName: ${anna}\nOrdered: 15.11.2021 19:42\nOrder: 1042`,
    `----------\nOrder: 1042\nName: ${anna}\nOrdered: 15.11.2021 19:42`,
  ])("is no list of a customer's: %s", (list) => {
    const text = `Hello,\n\n${list}\n\nPlease cancel it.`
    expect(splitReply({ text }).reply).toBe(text)
  })
})

describe("a header block without a date", () => {
  it.each([
    "From: Shop Support\nSent: Monday\nSubject: Estimate",
    "From: Shop Support <support@shop.example.com>\nSent: Monday",
    "________________________________\nFrom: Shop Support",
  ])("begins history when only mail has such fields", (block) => {
    expect(splitReply({ text: `${REPLY}\n\n${block}` }).reply).toBe(REPLY)
  })
})

describe("lines that look like a header block", () => {
  it.each([
    ["a journey", "From: Berlin\nTo: Munich\nDate: 3 May"],
    ["a form", "Name: Anna Lee\nDate: 15.11.2021\nOrder: 1042"],
    ["an address list", "To: the shop\nI wrote three times."],
    ["a delivery", "Date: tomorrow\nTo: my mother's house"],
    ["one label", "Subject: I do not know what to write here\n\nPlease help."],
    ["a price", "From: 10 EUR\nTo: 20 EUR"],
    [
      "a parcel's journey",
      "Sent: 15.11.2021 19:42\nFrom: Hamburg\nTo: Berlin\nStatus: lost",
    ],
    [
      "an order",
      "Order: 1042\nDate: 15.11.2021 19:42\nName: Anna Lee\nEmail: anna@customer.example.org",
    ],
  ])("hides nothing: %s", (_, lines) => {
    const text = `Hello,\n\n${lines}\n\nThank you`
    expect(splitReply({ text }).reply).toBe(text)
  })
})

function escaped(text: string): string {
  return text.replace(/</g, "&lt;").replace(/>/g, "&gt;")
}
