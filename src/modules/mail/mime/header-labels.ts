import { HeaderRole, ROLE_OF_LABEL } from "./quote-phrases"
import { lowered } from "./quote-text"

/** "Label: value", as programs write the header of an earlier mail. */
export type LabelledLine = { label: string; value: string }

/** "Label: value", in bold, indented, or in the cells of a table drawn with bars. */
export function labelledLine(text: string): LabelledLine | null {
  const match = text.startsWith("|") ? LABEL_CELLS.exec(text) : LABEL_LINE.exec(text)
  return (
    match && {
      label: normalLabel(match[1]),
      value: match[2].replace(/^\*+\s*|\s*\*+$/g, "").trim(),
    }
  )
}

export function knownLabel(text: string): (LabelledLine & { role: HeaderRole }) | null {
  const labelled = labelledLine(text)
  const role = labelled ? ROLE_OF_LABEL.get(labelled.label) : undefined
  return labelled && role ? { ...labelled, role } : null
}

/** What a label without its colon stands for. */
export function roleOfLabel(label: string): HeaderRole | undefined {
  return label.length < 40 ? ROLE_OF_LABEL.get(normalLabel(label)) : undefined
}

export function mayBeLabelled(line: string): boolean {
  return line.length < 2_000 && /[:：|]/.test(line.slice(0, 60))
}

function normalLabel(label: string): string {
  return lowered(label.trim().replace(/\s+/g, " "))
}

const LABEL_LINE =
  /^[\s*_>|-]*([\p{L}\p{M}][\p{L}\p{M}\p{N}./()'’‘ -]{0,28}?)\s*\**\s*[:：]\s*\**\s*(.*)$/u
const LABEL_CELLS = /^\|\s*([\p{L}\p{M}][\p{L}\p{M} -]{0,28}?)\s*\|\s*([^|]*?)\s*\|$/u
