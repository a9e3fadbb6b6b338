import { MimePart } from "./parse-mime"
import { Problems } from "./problems"

/** Tells the agent of parts that hold text or files which only another program can open. */
export function noteSealedParts(root: MimePart, problems: Problems): void {
  for (const part of partsOf(root)) {
    const problem = problemOf(part)
    if (problem) {
      problems.add(problem)
    }
  }
}

function* partsOf(part: MimePart): Generator<MimePart> {
  yield part
  for (const child of part.children) {
    yield* partsOf(child)
  }
}

function problemOf(part: MimePart): string | null {
  if (part.mime_type === "multipart/encrypted") {
    return ENCRYPTED
  }
  if (/^application\/(?:x-)?pkcs7-mime$/.test(part.mime_type)) {
    const kind = (part.type_params["smime-type"] ?? "").toLowerCase()
    return kind === "signed-data" ? SIGNED : kind === "certs-only" ? null : ENCRYPTED
  }
  const isTnef = /^application\/(?:vnd\.)?ms-tnef$/.test(part.mime_type)
  return isTnef || /^winmail\.dat$/i.test(part.type_params.name ?? "") ? TNEF : null
}

const ENCRYPTED =
  "The mail is encrypted: only the key it was written for opens it. Ask the sender to write without encryption."
const SIGNED =
  "The mail's text is sealed in its S/MIME signature (smime.p7m). Ask the sender to sign in clear text."
const TNEF =
  "Outlook packed files into winmail.dat (TNEF). Ask the sender to send them as files."
