import { MedusaError } from "@medusajs/framework/utils"
import { isPlainAddress } from "./domain/mail-address"
import { recipientsAfter, type SmtpOutcome } from "./domain/recipient-outcomes"
import { nextAttempt } from "./domain/retry-schedule"
import { sendFailureOf } from "./domain/send-failure"
import { secretPlace, withSecret } from "./domain/secret-mark"
import { serverWords } from "./domain/server-words"
import type { SendResult } from "./records/outbox"
import { sendMail, type SmtpSettings } from "./transports/smtp"
import type { MailAccountDTO, OutboundMailDTO } from "./types"

export type SendTools = {
  /** Null when the account was removed or switched off meanwhile. */
  account(id: string): Promise<{ account: MailAccountDTO; smtp: SmtpSettings } | null>
  loadFile(fileId: string): Promise<Buffer>
  /** @throws SecretLockedError */
  openSecret(sealed: string, place: string): string
  /** What mail of the desk itself carries, to be known when it comes back. */
  loopToken: string
  now(): Date
  random(): number
}

/** Makes one attempt to send a claimed mail. @returns what it came to; never throws */
export async function attemptMail(
  mail: OutboundMailDTO,
  tools: SendTools
): Promise<SendResult> {
  try {
    return outcomeOf(mail, await deliver(mail, tools), tools)
  } catch (error) {
    return failureOf(mail, error, tools)
  }
}

async function deliver(mail: OutboundMailDTO, tools: SendTools): Promise<SmtpOutcome> {
  const pending = mail.recipients
    .filter(({ state }) => state === "pending")
    .map(({ address }) => address)
  const unfit = pending.filter((address) => !isPlainAddress(address))
  const envelopeTo = pending.filter(isPlainAddress)

  if (!envelopeTo.length) {
    return { accepted: [], refused: unfit.map(unfitAddress), response: "" }
  }
  const found = await tools.account(mail.account_id)

  if (!found) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "The mail account it should leave through is switched off or was removed"
    )
  }
  const outcome = await sendMail(found.smtp, {
    from: { name: mail.from_name, address: found.account.address },
    to: mail.to.filter(isPlainAddress),
    cc: mail.cc.filter(isPlainAddress),
    envelope_to: envelopeTo,
    subject: mail.subject,
    ...revealed(mail, tools),
    message_id: mail.message_id,
    in_reply_to: mail.in_reply_to,
    references: mail.references,
    loop_token: mail.is_auto_reply ? tools.loopToken : null,
    attachments: await Promise.all(
      mail.attachments.map(async ({ file_id, filename, mime_type, content_id }) => ({
        filename,
        mime_type,
        content_id,
        content: await tools.loadFile(file_id),
      }))
    ),
  })
  return { ...outcome, refused: [...outcome.refused, ...unfit.map(unfitAddress)] }
}

function revealed(
  mail: OutboundMailDTO,
  { openSecret }: SendTools
): { text: string; html: string | null } {
  const { body_text: text, body_html: html } = mail

  if (!mail.secret) {
    return { text, html }
  }
  const secret = openSecret(mail.secret, secretPlace(mail.reference, mail.reference_id))
  return { text: withSecret(text, secret), html: html && withSecret(html, secret) }
}

const unfitAddress = (address: string) => ({
  address,
  response: "This is not an address that mail can be sent to",
  permanent: true,
})

function outcomeOf(
  mail: OutboundMailDTO,
  outcome: SmtpOutcome,
  tools: SendTools
): SendResult {
  const recipients = recipientsAfter(mail.recipients, outcome)
  const words = outcome.refused[0]?.response ?? outcome.response

  if (recipients.some(({ state }) => state === "pending")) {
    return { ...retryOrDie(mail, words, tools), recipients }
  }
  return {
    id: mail.id,
    state: recipients.some(({ state }) => state === "accepted") ? "sent" : "dead",
    due_at: null,
    last_response: words,
    recipients,
  }
}

/** A mail of the desk itself to an address that mail came back from does not leave. */
export const withheld = (mail: OutboundMailDTO): SendResult => ({
  id: mail.id,
  state: "cancelled",
  due_at: null,
  last_response:
    "Not sent: mail to this address came back before, and nobody wrote this one",
  recipients: mail.recipients,
})

/** A mail that no login could be made for stays in the queue, however long that takes. */
function failureOf(mail: OutboundMailDTO, error: unknown, tools: SendTools): SendResult {
  const failure = sendFailureOf(error)
  const words = serverWords(error)

  if (failure === "account") {
    return {
      id: mail.id,
      state: "failed",
      is_account_failure: true,
      due_at: null,
      last_response: words,
      recipients: mail.recipients,
    }
  }
  if (failure === "mail") {
    return {
      id: mail.id,
      state: "dead",
      due_at: null,
      last_response: words,
      recipients: mail.recipients.map((recipient) =>
        recipient.state === "pending"
          ? { ...recipient, state: "refused" as const, response: words }
          : recipient
      ),
    }
  }
  return { ...retryOrDie(mail, words, tools), recipients: mail.recipients }
}

function retryOrDie(
  mail: OutboundMailDTO,
  words: string,
  { now, random }: SendTools
): Omit<SendResult, "recipients"> {
  const next = nextAttempt(mail.attempts, new Date(mail.created_at), now(), random())

  return {
    id: mail.id,
    state: next ? "failed" : "dead",
    due_at: next?.toISOString() ?? null,
    last_response: words,
  }
}
