import { MAIL_SENTENCES, mailSentence } from "../../modules/mail/domain/mail-sentences"
import en from "../i18n/json/en.json"
import { mailWords } from "./mail-words"

const t = (key: string, values?: Record<string, unknown>) =>
  `${key} ${JSON.stringify(values)}`

describe("words about a mail", () => {
  it("are said in the agent's language when they are the desk's own", () => {
    expect(mailWords(mailSentence("reading_too_long", { ms: 10_000 }), t)).toBe(
      'mailSentences.reading_too_long {"ms":"10000"}'
    )
  })

  it("stay as they are when a server said them", () => {
    expect(mailWords("452 Insufficient system storage", t)).toBe(
      "452 Insufficient system storage"
    )
  })

  it("are in English what the ledger has", () => {
    expect(en.mailSentences).toEqual(
      Object.fromEntries(
        Object.entries(MAIL_SENTENCES).map(([name, sentence]) => [
          name,
          sentence.replace(/\{(\w+)\}/g, "{{$1}}"),
        ])
      )
    )
  })
})
