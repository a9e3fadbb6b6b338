import { FetchError } from "@medusajs/js-sdk"
import type { TextKey } from "./texts/en"
import type { Translate } from "./texts/translate"

const BY_STATUS: Record<number, TextKey> = {
  401: "failed_login",
  404: "failed_missing",
  413: "failed_too_large",
  429: "failed_too_often",
}

/** What a shopper is told. The server's own words only where they are about what she entered. */
export function failureText(error: unknown, text: Translate): string {
  // Fetch throws a TypeError when nobody answers.
  if (error instanceof TypeError) return text("failed_unreached")
  const { status, message } = isRefusal(error) ? error : { status: -1, message: "" }

  if (status === undefined) return text("failed_unreached")
  if (BY_STATUS[status]) return text(BY_STATUS[status])
  return status === 400 && message
    ? text("failed", { reason: message })
    : text("failed_unknown")
}

export const statusOf = (error: unknown) => (isRefusal(error) ? error.status : undefined)

/** By its name too: a storefront may hold a second copy of the SDK. */
const isRefusal = (error: unknown): error is FetchError =>
  error instanceof FetchError || (error instanceof Error && "statusText" in error)
