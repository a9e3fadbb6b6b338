/**
 * What the desk itself says of a mail: the `reason` of its row in the ledger and its `problems`.
 * They are kept as sentences, so that the ledger can be read without a page; a page finds out by
 * `sentenceOf` which one it is and says it in the agent's language. `{name}` stands for a value.
 */
export const MAIL_SENTENCES = {
  duplicate: "Duplicate of {id}",
  test_mail: "A test mail of this desk: sending and receiving work",
  own_mail: "Our own mail came back to us",
  backscatter:
    "A delivery failure of a mail that this desk did not send, or whose ticket was deleted",
  many_hops: "It passed through {count} mail servers: it goes in a circle",
  own_loop: "An automatic mail of this desk came back to it (X-Loop)",
  not_handed_out: "The mail server lists this mail (UID {uid}) and does not hand it out",
  account_removed: "Its mail account was removed before it was read",
  files_refused: "Attachment store failed: {words}",
  reading_ended: "Reading it ended {count} times without an answer",
  reading_too_long: "Reading the mail took longer than {ms} ms.",
  reading_too_large: "Reading the mail took more memory than allowed.",
  reader_stopped: "The mail reader stopped on this mail.",
  reader_failed: "The mail reader failed: {words}",
  unreadable: "The mail could not be read: {words}. Download the original.",
  no_message_id: "The mail has no Message-ID.",
  same_message_id:
    "Another mail with the same Message-ID and other content came before ({id}).",
  no_sender: "The mail has no sender that can be answered.",
  no_address: '"{address}" is no mail address.',
  many_addresses: "Only the first {count} addresses were read.",
  long_addresses: "An address header is too long and was read in part.",
  many_attachments: "The mail has {count} attachments; only the first {kept} were kept.",
  complex_html:
    "The mail's HTML is too complex to show; download the original to see it.",
  long_text: "The text is very long and was cut; download the original to see it all.",
  broken_structure: "The mail's structure could not be read in full: {words}.",
  large_mail: "The mail is larger than 50 MB; the rest was not read.",
  many_lines: "The mail has too many lines; the rest was not read.",
  lost_boundary: "A multipart without its boundary was read as well as it could be.",
  unknown_charset_utf8:
    'The text names the unknown charset "{charset}" and was read as UTF-8.',
  unknown_charset: 'The text names the unknown charset "{charset}".',
  replaced_bytes: "Some bytes of the text are not valid UTF-8 and were replaced.",
  not_utf8: "The text says UTF-8 but is not; it was read as windows-1252.",
  encrypted:
    "The mail is encrypted: only the key it was written for opens it. Ask the sender to write without encryption.",
  sealed:
    "The mail's text is sealed in its S/MIME signature (smime.p7m). Ask the sender to sign in clear text.",
  tnef: "Outlook packed files into winmail.dat (TNEF). Ask the sender to send them as files.",
} as const

export type MailSentence = keyof typeof MAIL_SENTENCES
type Values = Record<string, string | number>

/** The sentence with its values. */
export const mailSentence = (name: MailSentence, values: Values = {}): string =>
  MAIL_SENTENCES[name].replace(PLACE, (place, value: string) =>
    String(values[value] ?? place)
  )

/** Which sentence a text is; null for words of somebody else. */
export function sentenceOf(text: string): { name: MailSentence; values: Values } | null {
  for (const { name, pattern } of PATTERNS) {
    const groups = pattern.exec(text)?.groups
    if (groups || pattern.test(text)) {
      return { name, values: { ...groups } }
    }
  }
  return null
}

const PLACE = /\{(\w+)\}/g

const NAMES = Object.keys(MAIL_SENTENCES) as MailSentence[]

const PATTERNS = NAMES.map((name) => ({
  name,
  pattern: new RegExp(
    `^${MAIL_SENTENCES[name]
      .replace(/[.*+?^$()|[\]\\]/g, "\\$&")
      .replace(PLACE, "(?<$1>[^]*?)")}$`
  ),
}))
