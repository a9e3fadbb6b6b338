import { cleanLine } from "./clean-text"
import type { MimePart } from "./parse-mime"
import { DELAYED, readReport } from "./read-bounce"
import type { Headers } from "./read-headers"
import type { BouncedRecipient, DeliveryStatus } from "./read-email-types"
import { cutText } from "../../../cut-text"

/**
 * What happened to each recipient of a bounce, and the server's words for it: `Action` and
 * `Diagnostic-Code` of RFC 3464 2.3, or the paragraph about the address where a server wrote prose.
 */
export function readDeliveryStatus(
  root: MimePart,
  body: string,
  recipients: readonly BouncedRecipient[]
): DeliveryStatus[] {
  const groups = readReport(root)?.groups ?? []
  const paragraphs = body.slice(0, LONGEST_PROSE).split(/\n[ \t]*\n/)

  return recipients.map(({ address }): DeliveryStatus => {
    const group = groups.find((fields) => isAbout(fields, address))
    const paragraph = paragraphs.find((text) => includes(text, address))
    const action = group?.first("action")
    const isDelayed = action
      ? /^\s*delayed/i.test(action)
      : DELAYED.test(paragraphs.slice(0, FIRST_PARAGRAPHS).join("\n"))

    return {
      address,
      action: isDelayed ? "delayed" : "failed",
      words: words(group?.first("diagnostic-code")) ?? words(paragraph),
    }
  })
}

const RECIPIENT_FIELDS = ["final-recipient", "original-recipient", "x-actual-recipient"]

const isAbout = (fields: Headers, address: string) =>
  RECIPIENT_FIELDS.some((name) =>
    fields.all(name).some((value) => includes(value, address))
  )

const includes = (text: string, address: string) =>
  text.toLowerCase().includes(address.toLowerCase())

/** Without the `smtp;` that names the kind of code. */
const words = (text: string | null | undefined): string | null =>
  cutText(
    cleanLine((text ?? "").replace(/^\s*[\w-]+\s*;\s*/, "")).replace(/\s+/g, " "),
    LONGEST_WORDS
  ) || null

const LONGEST_PROSE = 50_000
const LONGEST_WORDS = 500
const FIRST_PARAGRAPHS = 5
