import type { HeaderBlock } from "./header-blocks"
import { LabelledLine, labelledLine, mayBeLabelled } from "./header-labels"
import { HeaderRole, ROLE_OF_LABEL } from "./quote-phrases"
import { hasDate, hasTime, nextWithText, tidy } from "./quote-text"

/**
 * A header block in a language we have no words for: labelled lines of which one holds a
 * date and its time, some hold mailboxes, and at most one something else, the subject.
 * Nobody types two mailboxes into a form; but one has to come first and one to have its
 * name, unless a title between dashes stands above.
 */
export function foreignBlockAt(
  lines: readonly string[],
  start: number,
  isBelowTitle: boolean
): HeaderBlock | null {
  const { run, end } = runOfLabels(lines, start)
  if (run.length < 3 || run.length > LONGEST_FOREIGN_BLOCK) {
    return null
  }
  const dates = run.filter(({ value }) => isDateAndTime(value)).length
  const mailboxes = run.filter(({ value }) => ADDRESS.test(value)).length
  const named = run.some(({ value }) => NAME_AND_ADDRESS.test(value))
  const isMail = mailboxes > 1 && (isBelowTitle || (named && ADDRESS.test(run[0].value)))
  const proven =
    (isMail && run.length - dates - mailboxes <= 1) ||
    (NAME_AND_ADDRESS.test(run[0].value) && run.slice(1).some(isOfMail))
  return dates > 0 && proven ? { start, end, fields: fieldsOf(run, {}) } : null
}

/** The block with the fields whose labels we do not know, told by what they hold. */
export function withForeignFields(
  lines: readonly string[],
  block: HeaderBlock
): HeaderBlock {
  const { from, date, to, subject } = block.fields
  if ([from, date, to, subject].every((field) => field !== undefined)) {
    return block
  }
  const { run, end } = runOfLabels(lines, block.start)
  const fields = fieldsOf(run, block.fields)
  const found = Object.keys(fields).length > Object.keys(block.fields).length
  return found ? { ...block, end: Math.max(block.end, end), fields } : block
}

/** A field that is no date and that a customer's list would not have. */
function isOfMail({ label, value }: LabelledLine): boolean {
  return !isDateAndTime(value) && (ADDRESS.test(value) || ROLE_OF_LABEL.has(label))
}

/** The labelled lines from here on, all with a blank line between them or none. */
function runOfLabels(lines: readonly string[], start: number) {
  const run: LabelledLine[] = []
  let end = start
  let gap: number | null = null
  for (let at = start; at < lines.length && run.length <= LONGEST_FOREIGN_BLOCK;) {
    const labelled = mayBeLabelled(lines[at]) ? labelledLine(tidy(lines[at])) : null
    if (!labelled || (gap !== null && run.length > 1 && at - end !== gap)) {
      break
    }
    gap = run.length > 0 ? at - end : null
    run.push(labelled)
    end = at + 1
    at = nextWithText(lines, end, 2)
  }
  return { run, end }
}

/** By its label, or by what it holds: the first mailbox is the sender's. */
function fieldsOf(run: LabelledLine[], known: HeaderBlock["fields"]) {
  const fields = { ...known }
  for (const { label, value } of run) {
    const byLabel = ROLE_OF_LABEL.get(label)
    if (byLabel === undefined || (byLabel in fields && fields[byLabel] !== value)) {
      const role = roleOfValue(value, fields)
      fields[role] ??= value
    } else {
      fields[byLabel] ??= value
    }
  }
  return fields
}

function roleOfValue(value: string, fields: HeaderBlock["fields"]): HeaderRole {
  if (ADDRESS.test(value)) {
    return "from" in fields ? "to" : "from"
  }
  return isDateAndTime(value) ? "date" : "subject"
}

function isDateAndTime(value: string): boolean {
  return hasDate(value) && hasTime(value)
}

const ADDRESS = /[^\s@<]@[^\s@]/
const NAME_AND_ADDRESS =
  /^["'“„«]?[\p{L}\p{N}][^<>@[\]]{0,80}[<[](?:mailto:)?[^\s<>@]+@[^\s<>@]+[>\]]/u
const LONGEST_FOREIGN_BLOCK = 7
