import { de } from "./de"
import { en, type TextKey, type Texts } from "./en"

export type TextValues = Record<string, string | number>
export type Translate = (key: TextKey, values?: TextValues) => string

const languages: Record<string, Texts> = { en, de }

/** @param locale e.g. `de-AT`: its language counts; English where we do not speak it */
export function translator(locale: string, own: Partial<Texts> = {}): Translate {
  const texts = { ...(languages[locale.split("-")[0].toLowerCase()] ?? en), ...own }
  return (key, values = {}) => filled(texts[key], values)
}

export const isTextKey = (key: string): key is TextKey => key in en

const filled = (text: string, values: TextValues) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
