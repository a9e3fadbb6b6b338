import type { Access } from "../../client/types"

const KEY = "crm-order-access"

/** For this tab, so that a reload does not ask for another code. Storage may be forbidden. */
export const guestAccess = {
  recall(): Access | null {
    try {
      return validAccess(JSON.parse(sessionStorage.getItem(KEY) ?? "null"))
    } catch {
      return null
    }
  },
  keep(access: Access) {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(access))
    } catch {
      // Then it lasts as long as the page.
    }
  },
  forget() {
    try {
      sessionStorage.removeItem(KEY)
    } catch {
      // There was none.
    }
  },
}

const validAccess = (kept: unknown): Access | null =>
  isAccess(kept) && Date.parse(kept.expires_at) > Date.now() ? kept : null

const isAccess = (value: unknown): value is Access =>
  typeof value === "object" &&
  value !== null &&
  "token" in value &&
  "expires_at" in value &&
  typeof value.token === "string" &&
  typeof value.expires_at === "string"
