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
    "自动答复: 您的订单",
    "Аутоматски одговор: Поруџбина",
    "Automātiskā atbilde: Pasūtījums",
    "Automatinis atsakymas: Užsakymas",
    "การตอบกลับอัตโนมัติ: คำสั่งซื้อ",
    "Resposta automàtica: Comanda",
    "[Auto-Reply] Your message",
    "Absence",
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
    "Thank you for writing. This is an automatic reply: we got your message.",
    "Thanks for your message! I'm out of office until Monday and will get back to you.",
    "Sehr geehrte Damen und Herren,\n\nich befinde mich bis 22.11. im Urlaub. In dringenden Fällen wenden Sie sich an Bob.",
    "Danke für Ihre Mail. Unser Büro ist vom 24.12. bis 1.1. geschlossen. Ab dem 2.1. sind wir wieder für Sie da.",
    "Actuellement en congé, je prendrai connaissance de votre message à mon retour.",
    "Hola, estoy fuera de la oficina hasta el 22. Para urgencias contacte con Bob.",
    "Estarei ausente até 22/11. Retorno em 23/11.",
    "Hei, jeg er ikke på kontoret før 22. november. Ta kontakt med Bob ved hast.",
    "Hei, olen lomalla 22.11. asti. Kiireellisissä asioissa ota yhteyttä Bobiin.",
    "Dobrý den, do 22. 11. čerpám dovolenou. V naléhavých případech kontaktujte Boba.",
    "Jó napot! Szabadságon vagyok november 22-ig. Sürgős esetben keresse Bobot.",
    "Bună ziua, sunt în concediu până pe 22 noiembrie. Pentru urgențe contactați pe Bob.",
    "Здравейте, в отпуск съм до 22 ноември. При спешни случаи се обърнете към Боб.",
    "Καλησπέρα, θα είμαι εκτός γραφείου μέχρι τις 22. Για επείγοντα επικοινωνήστε με τον Bob.",
    "お世話になっております。現在休暇をいただいております。緊急の場合はボブまで。",
    "您好，我目前正在休假，11月22日回来。如有紧急事宜请联系鲍勃。",
  ])("is told by its words: %s", async (text) => {
    expect((await readEmail(mail({}, text))).automated.kind).toBe("auto_reply")
  })
})

describe("an absence note under a subject a person may use", () => {
  it.each([
    ["On vacation", "I am on vacation until 22 November."],
    ["Abwesend bis 22.11.", "Ich bin bis 22.11. nicht im Büro."],
    ["Ferie", "Sono in ferie fino al 22."],
  ])("is told by its words as well: %s", async (Subject, text) => {
    expect((await readEmail(mail({ Subject }, text))).automated.kind).toBe("auto_reply")
  })

  it("is told by what was written now, not by what is quoted below", async () => {
    const text =
      "Where is my order?\n\n> This is an automated message.\n> I am out of the office. Contact Bob."
    expect((await readEmail(mail({}, text))).automated.kind).toBe("none")
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
    [
      "On vacation",
      "I am on vacation from Friday. Please hold my parcel until I return.",
    ],
    ["Out of office chairs", "Do you sell out of office chairs?"],
    [
      "Urlaub",
      "Ich bin bis 22.11. im Urlaub. Bitte liefern Sie danach. Es ist dringend.",
    ],
    ["Absent", "Je suis absent jusqu'au 22, merci de livrer ensuite. C'est urgent."],
    ["Undelivered order 1042", "My order was not delivered. Please check."],
    ["Zustellung fehlgeschlagen", "Das Paket konnte nicht zugestellt werden."],
    ["Échec de livraison", "Le colis n'a pas pu être livré. Pourquoi ?"],
    ["Errore di consegna", "Il pacco non è stato consegnato."],
    ["Message blocked", "Your chat says message blocked, it could not be delivered."],
    ["Delivery status", "The tracking says delivery attempt failed."],
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

  it.each([
    "Your order is on its way. Please do not reply to this email.",
    "Bitte antworten Sie nicht auf diese E-Mail.",
    "This inbox is not monitored.",
  ])("never goes to mail that wants none: %s", async (text) => {
    const email = await readEmail(mail({}, text))
    expect(email.automated.kind).toBe("none")
    expect(email.may_auto_reply).toBe(false)
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
