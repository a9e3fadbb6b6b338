import { splitReply } from "./read-email"

const REPLY = "Thanks, it works now.\n\nOne more question: when does it ship?"
const HISTORY = "Have you tried again?\n\nAnna"

function replyAbove(separator: string): string {
  return splitReply({ text: `${REPLY}\n\n${separator}\n\n${HISTORY}\n` }).reply
}

describe("the line a helpdesk asks its customers to write above", () => {
  it.each([
    "##- Please type your reply above this line -##",
    "-- Please reply above this line --",
    "== ADD YOUR REPLY ABOVE THIS LINE ==",
    "Reply ABOVE THIS LINE",
    "--- Reply above this line to add a comment ---",
    "-- reply above --",
    "##- Bitte geben Sie Ihre Antwort über dieser Zeile ein. -##",
    "-- ANTWORT ÜBER DIESER LINIE --",
    "-- Bitte oberhalb dieser Linie antworten --",
    "##- Veuillez saisir votre réponse au-dessus de cette ligne -##",
    "##- Escriba su respuesta por encima de esta línea -##",
    "##- Digite a sua resposta acima desta linha -##",
    "##- Rispondi sopra questa riga -##",
    "##- Typ uw antwoord boven deze regel -##",
    "##- Skriv dit svar over denne linje -##",
    "##- Skriv ditt svar ovanför den här raden -##",
    "##- Kirjoita vastauksesi tämän rivin yläpuolelle -##",
    "##- Wpisz odpowiedź powyżej tej linii -##",
    "##- Napište svou odpověď nad tento řádek -##",
    "##- Введите ответ выше этой линии -##",
    "##- この行より上に返信してください -##",
    "##- 请在此行上方回复 -##",
  ])("begins history: %s", (line) => {
    expect(replyAbove(line)).toBe(REPLY)
  })

  it.each([
    "I will reply above this line of yours, so look there.",
    "Please write my name above the line on the label.",
  ])("is not a customer's sentence: %s", (sentence) => {
    const text = `Hello,\n\n${sentence}\n\nThank you`
    expect(splitReply({ text }).reply).toBe(text)
  })
})

describe("a line between dashes above the earlier mail", () => {
  it.each([
    "---Original---",
    "------------------ Original ------------------",
    "-------- Оригинално писмо --------",
    "---------[ 받은 메일 내용 ]----------",
    "---- Replied Message ----",
    "----- Původní e-mail -----",
    "-------- Teachtaireacht Bhunaidh --------",
    "-------- Түпнұсқа хабарламасы --------",
    "-------- Alkuperäinen viesti / Orig.Msg. --------",
    "-------- Pôvodná správa --- Original Message --------",
    "-------- Oorspronklike boodskap --------",
    "-------- Mesazhi Origjinal --------",
    "-------- 原始消息 --------",
    "━━━Thư gốc━━━",
  ])("begins history by its words: %s", (line) => {
    expect(replyAbove(line)).toBe(REPLY)
  })

  it("begins history in a language nobody knows, when mail fields follow", () => {
    const fields = "From: Shop <shop@shop.example>\nDate: 15.11.2021 19:42\nTo: Anna"
    expect(replyAbove(`------ Qwertz Uiop ------\n${fields}`)).toBe(REPLY)
  })

  it("begins history in such a language, when quoted lines follow", () => {
    const text = `${REPLY}\n\n-------- Qwertz Uiop --------\n> Have you tried again?`
    expect(splitReply({ text }).reply).toBe(REPLY)
  })

  it("is a person's title when none do", () => {
    const text = `Hello,\n\n----- My questions -----\n\nWhen does it ship?`
    expect(splitReply({ text }).reply).toBe(text)
  })

  it("may have slid to the end of the person's line", () => {
    const text = "What now?-------- Original Message --------From: Shop\n\nHello"
    expect(splitReply({ text })).toMatchObject({
      reply: "What now?",
      quoted: "-------- Original Message --------From: Shop\n\nHello",
    })
  })
})

describe("what office programs write above the earlier mail", () => {
  it.each([
    ["GroupWise", ">>> Anna Lee <anna@shop.example> 15.11.2021 19:42 >>>"],
    ["Notes on one line", "Anna Lee ---15.11.2021 19:42:10---Hello Bob, have you"],
    [
      "Notes in a column",
      "Anna Lee <anna@shop.example>\n15.11.2021 19:42\n\nAn\nbob@customer.example\nKopie\n\nThema\nIhre Bestellung",
    ],
    [
      "Netease in a table",
      "| From | Anna Lee<anna@shop.example> |\n| Date | 11/15/2021 19:42 |\n| To | Bob<bob@customer.example> |\n| Subject | Order |",
    ],
  ])("begins history: %s", (_, lines) => {
    expect(replyAbove(lines)).toBe(REPLY)
  })
})

describe("a mail that is passed on", () => {
  it.each([
    "---------- Forwarded message ---------",
    "-------- Переслане повідомлення --------",
    "----- Перенаправлене повідомлення -----",
    "-------- Mensaje reenviado --------",
    "-------- Áframsendur póstur --------",
    "-------- Mesazhi i Përcjellë --------",
    "-------- अग्रेषित संदेश --------",
    "-------- Vidaresendt melding --------",
    "━━━Thư đã chuyển tiếp━━━",
    "----- Přeposlaná zpráva -----",
    "Inicio del mensaje redirigido:",
    "Iniciando encaminhamento de mensagem:",
    "Începutul mesajului înaintat:",
    "----- Edelleenlähetetty viesti -----",
    "---------- Weitergeleitete Nachricht von Anna ---------",
    "----- Forwarded by Anna Lee/Shop on 15.11.2021 19:42 -----",
  ])("is kept whole: %s", (line) => {
    const text = `See below.\n\n${line}\n\nThe invoice is wrong.`
    expect(splitReply({ text })).toEqual({ reply: text, signature: "", quoted: "" })
  })
})

describe("a list in which somebody tells of a forwarded mail", () => {
  it.each([
    "- I forwarded it to Bob",
    "* ich habe es weitergeleitet",
    "-- inoltrato ieri",
  ])("is an answer, cut from its history: %s", (item) => {
    const text = `Hello,\n\n${item}\n\nOn 15 Nov 2021, at 19:42, Anna <a@shop.example> wrote:\n> Hi`
    expect(splitReply({ text }).reply).toBe(`Hello,\n\n${item}`)
  })
})

describe("quoted lines that were wrapped on the way", () => {
  it("stay one quote", () => {
    const text = [
      "Yes.",
      "",
      "On 15 Nov 2021, at 19:42, Anna <a@shop.example> wrote:",
      "> this line of hers was so long that some program on the way had to break",
      "it into two",
      "> and went on",
    ].join("\n")
    expect(splitReply({ text }).reply).toBe("Yes.")
  })

  it("are told from answers between them", () => {
    const text = "> Which colour would you like?\nblue\n> Which size?\nxl"
    expect(splitReply({ text }).reply).toBe(text)
  })
})
