import { ATTRIBUTION_LEADS, WROTE_VERBS } from "./quote-phrases"
import { alternatives } from "./quote-text"

/** The shapes of a line above a quote, and of its pieces; `attributions.ts` weighs them. */
const UNSPACED =
  /^[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|^님|^의|^さん|^の/u
const spacedVerbs = WROTE_VERBS.filter((verb) => !UNSPACED.test(verb))
const unspacedVerbs = WROTE_VERBS.filter((verb) => UNSPACED.test(verb))
export const WROTE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${alternatives(spacedVerbs)})(?![\\p{L}])`,
  "iu"
)
export const WROTE_UNSPACED = new RegExp(alternatives(unspacedVerbs), "u")
const LEADS = alternatives(ATTRIBUTION_LEADS)
export const LEAD_FIRST = new RegExp(`^(?:${LEADS})(?:\\s|(?=\\d))`, "iu")
export const DATE_FIRST =
  /^(?:\d{1,4}[\s./:年월-]|\[?\d{4}|\p{L}{1,14}[.,]{0,2}\s*(?:\p{L}{1,4}\.?\s+)?\d{1,2}(?:[\s.,/-]|$)|\p{L}{2,14},\s*(?:\p{L}{1,12}\.?\s+)?\d)/u
export const WORDS_AND_NUMBER = /^(?:[\p{L}\p{M}]{1,14}[.,]{0,2}\s+){0,3}\d{1,4}[\s./-]/u
export const NAME_AND_BRACKET = /^["'“„«]?\p{L}[^<>()]{0,60}[<(][^<>()]*$/u
export const BRACKETED_ADDRESS = /[<(]+ ?(?:mailto:)?[^\s<>()@]+@[^\s<>()@]+ ?[>)]/
export const NAME_WROTE = new RegExp(
  `^(?:\\p{Lu}[\\p{L}\\p{M}.'’/-]*\\s+){1,5}(?:${alternatives(spacedVerbs)})\\s`,
  "u"
)
/** "Ann Lee <ann@shop.example> wrote:" or the address alone. */
export const ADDRESS_WROTE = new RegExp(
  `^(?:[^<>:]{1,80}<[^<>\\s]+@[^<>\\s]+>|[^<>\\s:]+@[^<>\\s:]+),?\\s*(?:${alternatives(spacedVerbs)})\\s*:$`,
  "iu"
)
/** Somebody who tells of a letter. */
export const SAYS_I = /(?:^|\s)(?:I|ich|je|j'ai|yo|eu|io|ik|jeg|jag|я)\s/u
export const NAME_AND_ADDRESS =
  /^[^<>@]{1,80}[<([]+ ?(?:mailto:)?[^\s<>@]+@[^\s<>@]+ ?[>)\]]/
export const NAME_FIRST = /^["'“„«*-]*\s*[\p{Lu}\p{Lo}\d]/u
/** Also one whose letters were hidden: "***@***.***". */
export const ADDRESS = /[^\s<>()[\]"',;:]@[\w*-]+(?:\.[\w*-]+)*|\[mailto:/
export const ADDRESS_LAST = /@[^\s<>()[\]]+\s*[>)\]]*\s*[)>\]]*\s*[:：]$/
export const DASHED_WROTE = /[\p{L}>)][:：]?\s*-{3,}\s*$/u
export const SHARED_LINE = new RegExp(
  `^(.*?(?:[^\\s-](?=-{2,}\\s*(?:${LEADS})\\s)|[.!?]["')]?(?=\\s+(?:${LEADS})\\s[^:]*@[^:]*:)))`,
  "iu"
)
export const MAY_BE_SHARED = /[.!?].*@.*:/
/** A person's "am 5. Mai schrieb mir ...": programs begin with a capital. */
export const LOWERCASE_LEAD = /^(?:on|at|in|am|vom|le|el|il|em|op|den|dne|dnia)\s/
export const WROTE_COLON = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${alternatives(spacedVerbs)})\\s{0,3}[:：]`,
  "iu"
)
export const WROTE_LAST = new RegExp(`${WROTE_COLON.source}$`, "iu")
/** "wrote", or the date and its time, with nothing behind. */
export const ENDS_WITH_WROTE = new RegExp(
  `(?:\\d|(?<![\\p{L}\\p{N}])(?:${alternatives(spacedVerbs)}))$`,
  "iu"
)
/** At most two words, a date with its time, and a name or an address behind or nothing: how
 * programs write in languages whose words we do not know. */
export const DATE_THEN_NAME =
  /^(?:[\p{L}\p{M}'’/-]{1,14}[.,]{0,2}\s+){0,2}\d.*\d(?:[^:]*[\s,](?:[\p{Lu}\p{Lo}"'“„«]|[^\s@]+@)[^:]*|[.)]?)\s?[:：]$/u
export const LONGEST_SHARED_LINE = 500
/** Lines with text. */
export const LONGEST_ATTRIBUTION = 5
export const LONGEST_VERB_LINE = 40
/** Programs wrap at 60 columns and more. */
export const SHORTEST_WRAPPED = 40
export const LONGEST_WRAPPED = 250
