import { useState } from "react"

const KEY = "crm-desk:ticket-columns"
const AT_FIRST: Record<string, boolean> = { next_action_due_at: true }

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
    return JSON.parse(localStorage.getItem(KEY) ?? "null") ?? AT_FIRST
  } catch {
    return AT_FIRST
  }
}
