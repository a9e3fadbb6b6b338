import {
  MAIL_SENTENCES,
  mailSentence,
  sentenceOf,
  type MailSentence,
} from "./mail-sentences"

const names = Object.keys(MAIL_SENTENCES) as MailSentence[]

describe("a sentence about a mail", () => {
  it.each(names)("is known again with its values: %s", (name) => {
    const places = [...MAIL_SENTENCES[name].matchAll(/\{(\w+)\}/g)].map(
      ([, place]) => place
    )
    const values = Object.fromEntries(places.map((place) => [place, `a (${place}) + 1.`]))

    expect(sentenceOf(mailSentence(name, values))).toEqual({ name, values })
  })

  it("is told from what others say", () => {
    expect(sentenceOf("550 5.1.1 No such user here")).toBeNull()
    expect(sentenceOf("")).toBeNull()
  })
})
