import type { Format } from "./reply-draft"

const KEY = "crm-desk:format"

/** How this agent writes in this browser; formatted until they choose otherwise. */
export const preferredFormat = (): Format =>
  localStorage.getItem(KEY) === "plain" ? "plain" : "rich"

export const rememberFormat = (format: Format): void => localStorage.setItem(KEY, format)
