import { createHash } from "node:crypto"

export type IdentifiedMail = {
  message_id: string | null
  from: { address: string } | null
  date: string | null
  text: string
  attachments: { sha256: string }[]
}

/**
 * What makes two mails one: the same Message-ID *and* the same sender, date and content. The same
 * Message-ID with other content is a mail of its own: some programs repeat theirs. Without a
 * Message-ID only the same bytes are the same mail.
 * @param rawSha256 hash of the whole mail, hex
 */
export function mailIdentity(mail: IdentifiedMail, rawSha256: string): string {
  if (!mail.message_id) {
    return `raw:${rawSha256}`
  }
  const hash = createHash("sha256")

  for (const part of [
    mail.message_id,
    mail.from?.address.toLowerCase() ?? "",
    mail.date ?? "",
    mail.text,
    ...mail.attachments.map(({ sha256 }) => sha256),
  ]) {
    hash.update(part).update("\0")
  }
  return `mid:${hash.digest("hex")}`
}
