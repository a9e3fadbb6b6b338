import { useState } from "react"

const KEY = "crm-desk:ticket-columns"
/** Who looks at a ticket and what sleeps stands below the subject too; few tickets are rated. */
const AT_FIRST: Record<string, boolean> = {
  next_action_due_at: true,
  viewers: false,
  rating: false,
  snoozed_until: false,
}

/** Which columns this agent wants to see, kept in this browser. */
export function useColumnVisibility() {
  const [state, setState] = useState(read)

  return {
    state,
    onColumnVisibilityChange: (next: Record<string, boolean>) => {
      setState(next)
      localStorage.setItem(KEY, JSON.stringify(next))
    },
  }
}

function read(): Record<string, boolean> {
  try {
    return { ...AT_FIRST, ...JSON.parse(localStorage.getItem(KEY) ?? "null") }
  } catch {
    return AT_FIRST
  }
}
