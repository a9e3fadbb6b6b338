import { createContext, useContext, useMemo, type ReactNode } from "react"
import type { SupportClient } from "../client/create-support-client"
import type { TextKey, Texts } from "./texts/en"
import { translator, type Translate } from "./texts/translate"

type Support = {
  client: SupportClient
  /** As `Intl` takes it, e.g. `de-AT`. */
  locale: string
  text: Translate
  ownTexts: Partial<Texts> | undefined
}

const SupportContext = createContext<Support | null>(null)

type Props = {
  client: SupportClient
  locale?: string
  /** Instead of ours: any of them, see docs/storefront.md. */
  texts?: Partial<Texts>
  children: ReactNode
}

/** Around every other component: which desk they speak to, and in which language. */
export function SupportProvider({ client, locale = "en", texts, children }: Props) {
  const support = useMemo(
    () => ({ client, locale, text: translator(locale, texts), ownTexts: texts }),
    [client, locale, texts]
  )
  return <SupportContext.Provider value={support}>{children}</SupportContext.Provider>
}

/** @throws outside of a SupportProvider */
export function useSupport(): Support {
  const support = useContext(SupportContext)
  if (!support) throw new Error("Put a <SupportProvider> around this component")
  return support
}

/** The same language, for a visitor whom a door let in. @param ended what she is told when that is over */
export function SupportFor({
  client,
  ended,
  children,
}: {
  client: SupportClient
  ended: TextKey
  children: ReactNode
}) {
  const { locale, ownTexts, text } = useSupport()
  const texts = useMemo(
    () => ({ ...ownTexts, failed_login: text(ended) }),
    [ownTexts, text, ended]
  )
  return (
    <SupportProvider client={client} locale={locale} texts={texts}>
      {children}
    </SupportProvider>
  )
}
