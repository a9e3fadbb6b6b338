/** When a department asks how it was (E-17). */
export const RATING_MODES = ["off", "after_closing"] as const
export type RatingMode = (typeof RATING_MODES)[number]

/** Both have a middle: who was neither pleased nor annoyed need not pretend (chatwoot#10844). */
export const RATING_SCALES = ["three", "five"] as const
export type RatingScale = (typeof RATING_SCALES)[number]

/** What answers on any scale are counted as. */
export const RATING_TONES = ["bad", "neutral", "good"] as const
export type RatingTone = (typeof RATING_TONES)[number]

export type RatingChoice = { value: number; label: string }

/** How long a question can be answered, and an answer changed. */
export const RATING_DAYS = 30

type Words = { question: string; three: string[]; five: string[] }

const WORDS: Record<"en" | "de", Words> = {
  en: {
    question: "How was our help?",
    three: ["Not good", "Okay", "Good"],
    five: ["Very poor", "Poor", "Okay", "Good", "Very good"],
  },
  de: {
    question: "Wie war unsere Hilfe?",
    three: ["Nicht gut", "In Ordnung", "Gut"],
    five: ["Sehr schlecht", "Schlecht", "In Ordnung", "Gut", "Sehr gut"],
  },
}

const wordsIn = (locale: string | null | undefined): Words =>
  /^de\b/i.test(locale ?? "") ? WORDS.de : WORDS.en

/** @param locale BCP 47; English for what is neither German nor English */
export const defaultQuestion = (locale: string | null | undefined) =>
  wordsIn(locale).question

export const choicesOf = (
  scale: RatingScale,
  locale: string | null | undefined
): RatingChoice[] =>
  wordsIn(locale)[scale].map((label, index) => ({ value: index + 1, label }))

/** @returns null for a value that the scale does not have */
export function toneOf(value: number, scale: RatingScale): RatingTone | null {
  const { length } = WORDS.en[scale]
  const middle = (length + 1) / 2

  if (!Number.isInteger(value) || value < 1 || value > length) {
    return null
  }
  return value < middle ? "bad" : value > middle ? "good" : "neutral"
}
