import { readEmail } from "./read-email"

function mail(fields: Record<string, string>, text = "Hello"): Buffer {
  const head = Object.entries({
    From: "Anna Lee <anna@customer.example>",
    To: "support@shop.example",
    Subject: "Re: Your order",
    "Content-Type": "text/plain; charset=utf-8",
    ...fields,
  })
  return Buffer.from(
    `${head.map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\n\r\n${text}\r\n`
  )
}

describe("an automatic reply", () => {
  it.each([
    "Automatic reply: Your order",
    "Auto-Reply: Your order",
    "Autoreply: Your order",
    "Out of Office: Your order",
    "Out of office Re: Your order",
    "OOO: back on Monday",
    "Away from my mail",
    "On vacation",
    "Automatische Antwort: Ihre Bestellung",
    "Abwesenheitsnotiz: Ihre Bestellung",
    "Abwesend: Ihre Bestellung",
    "Réponse automatique : Votre commande",
    "Absence du bureau : Votre commande",
    "Respuesta automática: Su pedido",
    "Fuera de la oficina: Su pedido",
    "Resposta automática: O seu pedido",
    "Risposta automatica: Il tuo ordine",
    "Fuori sede: Il tuo ordine",
    "Automatisch antwoord: Uw bestelling",
    "Afwezig: Uw bestelling",
    "Automatisk svar: Din ordre",
    "Autosvar: Din beställning",
    "Automaattinen vastaus: Tilauksesi",
    "Odpowiedź automatyczna: Twoje zamówienie",
    "Automatická odpověď: Vaše objednávka",
    "Automatikus válasz: Rendelés",
    "Răspuns automat: Comanda",
    "Otomatik Yanıt: Siparişiniz",
    "Автоматический ответ: Ваш заказ",
    "Автоматична відповідь: Ваше замовлення",
    "Αυτόματη απάντηση: Η παραγγελία",
    "自動返信: ご注文",
    "自动回复: 您的订单",
    "자동 회신: 주문",
    "رد تلقائي: طلبك",
    "תשובה אוטומטית: ההזמנה",
  ])("is told by its subject: %s", async (Subject) => {
    expect((await readEmail(mail({ Subject }))).automated.kind).toBe("auto_reply")
  })

  it.each<[string, Record<string, string>]>([
    ["Auto-Submitted", { "Auto-Submitted": "auto-replied" }],
    ["X-Autoreply", { "X-Autoreply": "yes" }],
    ["X-Autorespond", { "X-Autorespond": "Your order" }],
    ["Precedence", { Precedence: "auto_reply" }],
  ])("is told by its header: %s", async (_, fields) => {
    expect((await readEmail(mail(fields))).automated.kind).toBe("auto_reply")
  })

  it.each([
    "This is an automated response. We will answer soon.",
    "Dies ist eine automatische Antwort.",
    "Ceci est une réponse automatique.",
    "Hi,\n\nI am out of the office until 22 November with limited access to email.",
    "Guten Tag,\n\nich bin bis 22.11. nicht im Büro. In dringenden Fällen wenden Sie sich an Bob.",
    "Bonjour,\n\nJe suis actuellement absente. En cas d'urgence, contacter Bob.",
    "Buongiorno,\n\nsono fuori ufficio fino al 22. Per urgenze contattare Bob.",
    "Beste,\n\nik ben momenteel afwezig. Ik ben terug op maandag.",
    "Hej,\n\njag är på semester. Jag är tillbaka på måndag.",
    "Dzień dobry,\n\njestem na urlopie, wracam w poniedziałek.",
    "Здравствуйте!\n\nЯ нахожусь в отпуске, вернусь в понедельник.",
  ])("is told by its words: %s", async (text) => {
    expect((await readEmail(mail({}, text))).automated.kind).toBe("auto_reply")
  })
})

describe("a person's mail", () => {
  it.each<[string, string]>([
    ["Re: Your order", "Sorry, I was out of the office last week. Please send it now."],
    [
      "Your automatic reply",
      "I got your automatic reply but no answer. When will you write?",
    ],
    ["Holiday order", "I am on holiday from Friday, can you ship before I return?"],
    ["Re: Out of stock", "Is it still out of stock?"],
    ["Auto parts", "Which brake fits my car?"],
    ["Delivery failed", "The driver did not find my house. Please send it again."],
    ["My mail was returned", "Your billing address does not exist any more. What now?"],
    ["Mailbox", "The parcel did not fit my mailbox."],
    ["Abwesenheit beim Zustellversuch", "Ich war nicht da. Bitte erneut zustellen."],
  ])("is no machine's: %s", async (Subject, text) => {
    const email = await readEmail(mail({ Subject }, text))
    expect(email.automated).toEqual({ kind: "none", reason: null })
    expect(email.may_auto_reply).toBe(true)
  })
})

describe("an automatic answer", () => {
  it.each<[string, Record<string, string>]>([
    ["a null return path", { "Return-Path": "<>" }],
    ["a list", { "List-Id": "<a.example>" }],
    ["a newsletter", { "List-Unsubscribe": "<https://a.example/u>" }],
    ["Precedence: bulk", { Precedence: "bulk" }],
    ["Precedence: junk", { Precedence: "junk" }],
    ["a machine", { "Auto-Submitted": "auto-generated" }],
    ["a wish for none", { "X-Auto-Response-Suppress": "All" }],
    ["a wish for no absence notes", { "X-Auto-Response-Suppress": "DR, OOF, AutoReply" }],
    ["a loop mark", { "X-Loop": "desk@shop.example" }],
    ["a no-reply address", { From: "Shop <no-reply@shop.example>" }],
    ["a no-reply address with a number", { From: "noreply2@shop.example" }],
    ["a German no-reply address", { From: "nicht-antworten@shop.example" }],
    ["a mail server", { From: "MAILER-DAEMON@shop.example" }],
    ["a postmaster", { From: "postmaster@shop.example" }],
    ["a bounce address", { From: "bounces+77@shop.example" }],
    ["spam", { "X-Spam-Flag": "YES" }],
    ["nobody", { From: "" }],
  ])("never goes to %s", async (_, fields) => {
    expect((await readEmail(mail(fields))).may_auto_reply).toBe(false)
  })

  it.each<[string, Record<string, string>]>([
    ["a person", {}],
    ["a person whose server says so", { "Auto-Submitted": "no" }],
    ["a person behind Exchange", { "X-Auto-Response-Suppress": "DR, RN, NRN" }],
    ["somebody called Bounce", { From: "Bob Bounce <bob.bounce@customer.example>" }],
  ])("may go to %s", async (_, fields) => {
    expect((await readEmail(mail(fields))).may_auto_reply).toBe(true)
  })
})
