import { useState } from "react"
import {
  beginCall,
  callBegan,
  endCall,
  secondsSince,
} from "../../../../../lib/phone-timer"

export type Call = ReturnType<typeof useCall>

/** A call about the ticket: it begins with "phone call" and lasts until the note is added (V-74). */
export function useCall(ticketId: string) {
  const [began, setBegan] = useState(() => callBegan(ticketId, localStorage))

  return {
    began,
    begin: () => setBegan(beginCall(ticketId, Date.now(), localStorage)),
    end: () => {
      endCall(ticketId, localStorage)
      setBegan(null)
    },
    /** So far; null when nobody is on the phone. */
    seconds: () => (began === null ? null : secondsSince(began, Date.now())),
  }
}
