import { cleanLine } from "./clean-text"
import type { AuthenticationResult, AuthenticationVerdict } from "./read-email-types"

/**
 * One `Authentication-Results` header (RFC 8601). Microsoft writes it without the server's
 * name ("spf=pass (...) smtp.mailfrom=...; dkim=..."): then `authserv_id` is empty.
 */
export function readAuthenticationResults(value: string): AuthenticationResult {
  const [head, ...rest] = withoutComments(value.slice(0, LONGEST_HEADER)).split(";")
  const first = head.trim().split(/\s+/)[0] ?? ""
  const named = first !== "" && !first.includes("=")
  const statements = named ? rest : [head, ...rest]
  return {
    authserv_id: named ? cleanLine(first.toLowerCase()) : "",
    dmarc: verdictOf(statements, "dmarc"),
    ...dmarcDomain(statements),
    dkim: verdictOf(statements, "dkim"),
    spf: verdictOf(statements, "spf"),
  }
}

/** The best verdict of a method: a mail with two signatures passes by the one that does. */
function verdictOf(statements: string[], method: string): AuthenticationVerdict {
  const verdicts = statements.flatMap((statement) => {
    const match = /^\s*([a-z-]+)(?:\/\d+)?\s*=\s*([a-z]+)/i.exec(statement)
    return match && match[1].toLowerCase() === method ? [match[2].toLowerCase()] : []
  })
  if (verdicts.includes("pass")) {
    return "pass"
  }
  const known = verdicts.map((verdict) => VERDICTS[verdict]).filter((verdict) => verdict)
  return known[0] ?? "none"
}

function dmarcDomain(statements: string[]): { dmarc_domain?: string } {
  const dmarc = statements.find((statement) => /^\s*dmarc\s*[/=]/i.test(statement))
  const domain = /\sheader\.from\s*=\s*"?(?:[^\s"@]*@)?([^\s"@;]{1,253})/i.exec(
    dmarc ?? ""
  )
  return domain ? { dmarc_domain: cleanLine(domain[1].toLowerCase()) } : {}
}

/** Comments nest (RFC 5322 3.2.2) and may hold anything, "dmarc=pass" too. */
function withoutComments(value: string): string {
  let depth = 0
  let kept = ""
  let quoted = false
  for (let at = 0; at < value.length; at++) {
    const character = value[at]
    if (character === "\\") {
      kept += depth === 0 ? "_" : ""
      at++
    } else if (character === '"' && depth === 0) {
      quoted = !quoted
    } else if (character === "(" && !quoted) {
      depth++
    } else if (character === ")" && !quoted) {
      depth = Math.max(0, depth - 1)
    } else if (depth === 0) {
      // What is quoted is somebody's words: no result begins in it.
      kept += quoted && /[;\s=]/.test(character) ? "_" : character
    }
  }
  return kept
}

const LONGEST_HEADER = 20_000
const VERDICTS: Record<string, AuthenticationVerdict | undefined> = {
  pass: "pass",
  fail: "fail",
  hardfail: "fail",
  bestguesspass: "none",
  none: "none",
  neutral: "neutral",
  softfail: "softfail",
  policy: "policy",
  temperror: "temperror",
  error: "temperror",
  permerror: "permerror",
  unknown: "permerror",
}
