import { CorpusCase, isHeldOut } from "./read-corpus"

/** Right answers out of all, kept apart for the cases rules were written on and the rest. */
export class Score {
  private readonly counts = { seen: [0, 0], held: [0, 0] }
  readonly misses: string[] = []

  add(id: string, right: boolean): void {
    const count = this.counts[isHeldOut(id) ? "held" : "seen"]
    count[0] += right ? 1 : 0
    count[1]++
    if (!right && !isHeldOut(id)) {
      this.misses.push(id)
    }
  }

  rate(part: "seen" | "held" | "all" = "all"): number {
    const [right, of] = this.of(part)
    return of === 0 ? 1 : right / of
  }

  toString(): string {
    return (["seen", "held", "all"] as const).map((part) => this.shown(part)).join("  ")
  }

  private of(part: "seen" | "held" | "all"): number[] {
    const { seen, held } = this.counts
    return part === "all" ? [seen[0] + held[0], seen[1] + held[1]] : this.counts[part]
  }

  private shown(part: "seen" | "held" | "all"): string {
    const [right, of] = this.of(part)
    const percent = of === 0 ? "-" : `${((100 * right) / of).toFixed(1)} %`
    return `${part} ${percent.padStart(7)} (${right}/${of})`.padEnd(26)
  }
}

export type ReplyScore = { exact: boolean; no_loss: boolean; no_leak: boolean }

/** How near a reply came, white space aside. */
export function scoreReply(
  { expect, policy }: CorpusCase,
  parts: { reply: string; signature: string }
): ReplyScore {
  const reply = collapse(parts.reply)
  const whole = collapse(`${parts.reply}\n${parts.signature}`)
  const strip = policy?.strip_signature ?? true
  const answers = strip === "either" ? [reply, whole] : [strip ? reply : whole]
  const raw = strip === false ? `${parts.reply}\n${parts.signature}` : parts.reply
  const scores = answers.map((answer) => scoreAnswer(expect, answer, raw))
  return {
    exact: scores.some(({ exact }) => exact),
    no_loss: scores.some(({ no_loss }) => no_loss),
    no_leak: scores.some(({ no_leak }) => no_leak),
  }
}

function scoreAnswer(
  expect: CorpusCase["expect"],
  answer: string,
  raw: string
): ReplyScore {
  if (typeof expect.reply_text === "string") {
    const accepted = [expect.reply_text, ...(expect.reply_accept ?? [])]
    return {
      exact: accepted.some((text) => collapse(text) === answer),
      no_loss: accepted.some((text) =>
        linesOf(text).every((line) => answer.includes(line))
      ),
      no_leak: accepted.some((text) =>
        linesOf(raw).every((line) => collapse(text).includes(line))
      ),
    }
  }
  const no_loss =
    (expect.reply_match ?? []).every((pattern) => matches(pattern, raw)) &&
    (expect.reply_contains ?? []).every((text) => answer.includes(collapse(text))) &&
    answer.startsWith(collapse(expect.reply_starts_with ?? ""))
  const no_leak =
    (expect.reply_not_match ?? []).every((pattern) => !matches(pattern, raw)) &&
    (expect.reply_not_contains ?? []).every((text) => !answer.includes(collapse(text)))
  return { exact: no_loss && no_leak, no_loss, no_leak }
}

function matches(pattern: string, text: string): boolean {
  const literal = /^\/([^]*)\/([a-z]*)$/.exec(pattern)
  return literal
    ? new RegExp(literal[1], literal[2].replace("g", "")).test(text)
    : text.includes(pattern)
}

export function collapse(text: string): string {
  return text.replace(/[\s\u200b\u00a0]+/g, " ").trim()
}

export function withoutSpace(text: string): string {
  return text.replace(/[\s\u200b\u00a0]+/g, "")
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map(collapse)
    .filter((line) => line !== "")
}
