import type { ReadEmail } from "../mime/read-email-types"

/** `<id@host>` as a header writes it, to `id@host` as every record of ours keeps it. */
export const bareMessageId = (id: string) => id.replace(/^<|>$/g, "")

/** A mail that was read, with all its Message-IDs bare. */
export const withBareMessageIds = (read: ReadEmail): ReadEmail => ({
  ...read,
  message_id: read.message_id && bareMessageId(read.message_id),
  in_reply_to: read.in_reply_to.map(bareMessageId),
  references: read.references.map(bareMessageId),
  bounce: read.bounce && {
    ...read.bounce,
    original_message_id:
      read.bounce.original_message_id && bareMessageId(read.bounce.original_message_id),
  },
})
