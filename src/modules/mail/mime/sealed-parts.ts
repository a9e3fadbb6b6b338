import { mailSentence } from "../domain/mail-sentences"
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
    return mailSentence("encrypted")
  }
  if (/^application\/(?:x-)?pkcs7-mime$/.test(part.mime_type)) {
    const kind = (part.type_params["smime-type"] ?? "").toLowerCase()
    return kind === "signed-data"
      ? mailSentence("sealed")
      : kind === "certs-only"
        ? null
        : mailSentence("encrypted")
  }
  const isTnef = /^application\/(?:vnd\.)?ms-tnef$/.test(part.mime_type)
  return isTnef || /^winmail\.dat$/i.test(part.type_params.name ?? "")
    ? mailSentence("tnef")
    : null
}
