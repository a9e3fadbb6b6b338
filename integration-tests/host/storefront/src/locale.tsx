import { createContext, useContext, useEffect, useState, type ReactNode } from "react"
import { texts, type ShopTextKey } from "./texts"

export type Locale = keyof typeof texts

type Language = {
  locale: Locale
  setLocale(locale: Locale): void
  text(key: ShopTextKey): string
}

const LanguageContext = createContext<Language | null>(null)
const KEY = "nordwind-language"

export function LocaleProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(remembered)

  useEffect(() => {
    localStorage.setItem(KEY, locale)
    document.documentElement.lang = locale
  }, [locale])
  return (
    <LanguageContext.Provider
      value={{ locale, setLocale, text: (key) => texts[locale][key] }}
    >
      {children}
    </LanguageContext.Provider>
  )
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (!language) throw new Error("Outside of the LocaleProvider")
  return language
}

const remembered = (): Locale => (localStorage.getItem(KEY) === "de" ? "de" : "en")
