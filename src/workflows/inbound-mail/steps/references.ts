import type { ReadEmail } from "../../../modules/mail/mime/read-email"

/** References that are looked at; a mail may carry a megabyte of them. */
const MOST_REFERENCES = 50

/**
 * The mails that a mail names, the nearest first: what a bounce returned, In-Reply-To, then References
 * from the end (RFC 5322 3.6.4). Each once.
 */
export const referencesOf = ({
  bounce,
  in_reply_to,
  references,
}: ReadEmail): string[] => [
  ...new Set(
    [bounce?.original_message_id ?? [], in_reply_to, [...references].reverse()]
      .flat()
      .slice(0, MOST_REFERENCES)
  ),
]
