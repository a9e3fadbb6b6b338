import {
  createContext,
  useContext,
  useMemo,
  useState,
  type PropsWithChildren,
} from "react"
import type { TicketMessage } from "../../../../../../api/admin/crm/tickets/contract"

type Quoting = {
  /** A message that shall stand in the reply, until it does. */
  quoted: TicketMessage | null
  quote: (message: TicketMessage | null) => void
}

const QuoteContext = createContext<Quoting>({ quoted: null, quote: () => undefined })

/** Between the conversation, where a message is quoted, and the composer, where it goes. */
export const QuoteProvider = ({ children }: PropsWithChildren) => {
  const [quoted, setQuoted] = useState<Quoting["quoted"]>(null)
  const value = useMemo(() => ({ quoted, quote: setQuoted }), [quoted])

  return <QuoteContext.Provider value={value}>{children}</QuoteContext.Provider>
}

export const useQuote = () => useContext(QuoteContext)
