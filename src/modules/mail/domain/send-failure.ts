/** An error of nodemailer, as far as it tells where it happened. */
type SendError = Partial<{
  message: string
  code: string
  originalCode: string
  command: string
  responseCode: number
  /** Of nodemailer's timeouts: what did not happen in time. */
  timeoutType: string
  /** No connection came about, or it ended before a word was said. */
  isUnreached: boolean
}>

/**
 * Whose fault an attempt that reached nobody was:
 * - `account`: the way to the server, its greeting, the login or the encryption. Every mail of the
 *   account would meet the same, mail of others waits behind each timeout, and each further login
 *   brings the account nearer to being locked
 * - `mail`: the server has seen this mail and will never take it
 * - `passing`: anything else may go by
 */
export type SendFailure = "account" | "mail" | "passing"

/** RFC 4954 6: authentication required, too weak, failed, needs encryption. */
const LOGIN_REPLIES = [530, 534, 535, 538]
const TLS_FAILURES =
  /^(ETLS|EPROTO|ERR_(SSL|TLS)_\w+|CERT_\w+|\w*_CERT(_\w+)?|UNABLE_TO_\w+)$/
/** What is said to anything earlier is about us, not about the mail. */
const MAIL_COMMANDS = ["MAIL FROM", "RCPT TO", "DATA"]

export function sendFailureOf(error: unknown): SendFailure {
  const { code, originalCode, command, responseCode = 0 } = error as SendError

  if (
    code === "EAUTH" ||
    LOGIN_REPLIES.includes(responseCode) ||
    isTls(code, originalCode) ||
    isUnwelcome(error as SendError)
  ) {
    return "account"
  }
  const isAboutMail = MAIL_COMMANDS.includes(command ?? "") || code === "EMESSAGE"
  const isUnsendable = code === "EMESSAGE" && !responseCode

  return isUnsendable || (isAboutMail && responseCode >= 500) ? "mail" : "passing"
}

const isUnwelcome = ({ isUnreached, timeoutType, code, message = "" }: SendError) =>
  isUnreached === true ||
  timeoutType === "GREETING_TIMEOUT" ||
  (code === "EPROTOCOL" && message.startsWith("Invalid greeting"))

const isTls = (...codes: (string | undefined)[]) =>
  codes.some((code) => code !== undefined && TLS_FAILURES.test(code))

const MINUTE = 60_000
const PAUSES = [2, 5, 15, 30, 60]

/**
 * How long an account's mail waits after its server, login or encryption failed.
 * @param failures in a row, at least one
 * @returns milliseconds
 */
export const sendingPause = (failures: number): number =>
  PAUSES[Math.min(failures, PAUSES.length) - 1] * MINUTE
