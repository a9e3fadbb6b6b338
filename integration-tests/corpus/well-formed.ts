import type { ReadEmail } from "../../src/modules/mail/mime/read-email"

/**
 * What a database, a browser or the rest of the desk could not take of a reading: text
 * that cannot be stored, line breaks where one line is promised, fields without an end.
 */
export function flawsOf(email: ReadEmail): string[] {
  const { attachments, ...rest } = email
  const named = attachments.map(({ content: _, ...attachment }) => attachment)
  return [
    ...unstorable({ ...rest, named }),
    ...brokenLines(email),
    ...tooLong(email),
    ...wrongAttachments(email),
    ...wrongDate(email),
  ]
}

function unstorable(value: object): string[] {
  return textsOf(value).some((text) => UNSTORABLE.test(text))
    ? ["NUL or a lone surrogate"]
    : []
}

function brokenLines(email: ReadEmail): string[] {
  const people = [email.from, ...email.reply_to, ...email.to, ...email.cc]
  const lines = [
    email.subject,
    email.message_id,
    ...email.in_reply_to,
    ...email.references,
    ...people.flatMap((person) => (person ? [person.name, person.address] : [])),
    ...email.attachments.flatMap(({ filename, mime_type, content_id }) => [
      ...[filename, mime_type, content_id],
    ]),
  ]
  return lines.some((line) => /[\r\n\0]/.test(line ?? "")) ? ["a broken line"] : []
}

function tooLong(email: ReadEmail): string[] {
  const limits: [string, string | null, number][] = [
    ["subject", email.subject, 10_000],
    ["message_id", email.message_id, 1_000],
    ["text", email.text, 2_000_000],
    ["html", email.html, 4_000_000],
  ]
  const lists: [string, unknown[]][] = [
    ["to", email.to],
    ["references", email.references],
    ["attachments", email.attachments],
    ["problems", email.problems],
  ]
  return [
    ...limits
      .filter(([, text, most]) => (text ?? "").length > most)
      .map(([name]) => name),
    ...lists.filter(([, list]) => list.length > 1_000).map(([name]) => name),
  ].map((name) => `${name} is without an end`)
}

function wrongAttachments({ attachments }: ReadEmail): string[] {
  const isRight = attachments.every(
    ({ filename, size, content, sha256 }) =>
      filename !== "" &&
      filename.length <= 250 &&
      !/[/\\]/.test(filename) &&
      size === content.length &&
      /^[0-9a-f]{64}$/.test(sha256)
  )
  return isRight ? [] : ["an attachment without a proper name, size or hash"]
}

function wrongDate({ date }: ReadEmail): string[] {
  return date === null || !Number.isNaN(Date.parse(date)) ? [] : ["a date that is none"]
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") {
    return [value]
  }
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(textsOf)
    : []
}

const UNSTORABLE =
  /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
