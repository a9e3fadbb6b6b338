import { MedusaError } from "@medusajs/framework/utils"
import {
  fillHtml,
  fillText,
  placeholdersIn,
  unresolvedIn,
  unresolvedInHtml,
  type Unresolved,
} from "../../modules/helpdesk/domain/fill-text"
import { textOf } from "../../modules/mail/reply-html"
import type { ResolvedVariables } from "./ticket-variables"

/** The parts of a post that may hold variables. HTML is safe already; values are escaped. */
export type PostTexts = {
  subject?: string
  body_text: string
  body_html: string | null
  signature_text: string
  signature_html: string | null
}

export type UnresolvedSpot = Unresolved & {
  field: "subject" | "body" | "signature"
  /** A sentence for the agent. */
  message: string
}

/** A post was refused: what it would have said is not known. */
export type UnresolvedVariables = MedusaError & { spots: UnresolvedSpot[] }

/** The code of the error that a post with variables that say nothing is refused with. */
export const UNRESOLVED_VARIABLES = "unresolved_variables"

export const hasVariables = ({
  subject = "",
  body_text,
  body_html,
  signature_text,
  signature_html,
}: PostTexts): boolean =>
  [subject, body_text, body_html ?? "", signature_text, signature_html ?? ""].some(
    (text) => placeholdersIn(text).length > 0
  )

/** Every spot of a post that cannot be filled, with what to do about it. */
export function unresolvedSpots(
  texts: PostTexts,
  { values, order_remark }: ResolvedVariables
): UnresolvedSpot[] {
  const spots = (field: UnresolvedSpot["field"], found: Unresolved[]) =>
    found.map((spot) => ({ ...spot, field, message: remarkOn(spot, order_remark) }))

  return [
    ...spots("subject", unresolvedIn(texts.subject ?? "", values)),
    ...spots("body", unresolvedOf(texts.body_text, texts.body_html, values)),
    ...spots(
      "signature",
      unresolvedOf(texts.signature_text, texts.signature_html, values)
    ),
  ]
}

/**
 * The post with its variables filled.
 * @throws INVALID_DATA with code `unresolved_variables` that names every spot that cannot be (X-04 AC2)
 */
export function fillPost(texts: PostTexts, variables: ResolvedVariables): PostTexts {
  assertResolved(texts, variables)

  const text = (source: string) => fillText(source, variables.values)
  const html = (source: string | null) => source && fillHtml(source, variables.values)

  return {
    ...(texts.subject === undefined ? {} : { subject: text(texts.subject) }),
    body_text: text(texts.body_text),
    body_html: html(texts.body_html),
    signature_text: text(texts.signature_text),
    signature_html: html(texts.signature_html),
  }
}

/** @throws INVALID_DATA with code `unresolved_variables` */
export function assertResolved(texts: PostTexts, variables: ResolvedVariables): void {
  const spots = unresolvedSpots(texts, variables)

  if (spots.length) {
    const error = new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Nothing was sent: ${[...new Set(spots.map(({ message }) => message))].join(". ")}`,
      UNRESOLVED_VARIABLES
    )
    throw Object.assign(error, { spots }) satisfies UnresolvedVariables
  }
}

const unresolvedOf = (
  text: string,
  html: string | null,
  values: ResolvedVariables["values"]
) =>
  html === null
    ? unresolvedIn(text, values)
    : unresolvedInHtml(html, textOf(html), values)

function remarkOn({ name, source, reason }: Unresolved, order_remark: string | null) {
  switch (reason) {
    case "unknown":
      return `There is no variable "${name}": take another, or take it out`
    case "broken":
      return `${source} cannot be read: write it again without formatting inside, like {{ customer.name }}`
    case "empty":
      return `${name} has no value here${
        order_remark && name.startsWith("order.")
          ? `. ${order_remark}, or`
          : ": take it out, or"
      } say what to write instead: {{ ${name} | default: "..." }}`
  }
}
