import { cutText } from "../../../cut-text"
/** An error of imapflow, nodemailer or node's own sockets, as far as we read it. */
type TransportError = Partial<{
  message: string
  code: string
  originalCode: string
  response: string
  responseText: string
  /** Of a BYE with imapflow; OpenSSL has one too. */
  reason: string
  responseCode: number
  serverResponseCode: string
  authenticationFailed: boolean
}>

/** The server ended the connection, and may have said why in a BYE. */
const HUNG_UP = /^(NoConnection$|ClosedAfter)/

const EXPLAINED: Record<string, string> = {
  ENOTFOUND: "The host name is not known",
  EAI_AGAIN: "The host name could not be looked up",
  ECONNREFUSED: "Nothing answers on this host and port",
  ETIMEDOUT: "The server did not answer in time",
  ETIMEOUT: "The server did not answer in time",
  CONNECT_TIMEOUT: "The server did not answer in time",
  GREETING_TIMEOUT:
    "The server did not greet us in time: is this the right port and encryption?",
  UPGRADE_TIMEOUT: "The server did not begin encryption in time",
  ECONNRESET: "The server closed the connection",
  NoConnection: "The server closed the connection",
  EHOSTUNREACH: "The host cannot be reached",
  ENETUNREACH: "The host cannot be reached",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The server's certificate is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "The server's certificate is signed by itself",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "Nobody we know vouches for the server's certificate",
  CERT_HAS_EXPIRED: "The server's certificate has expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "The server's certificate is for another name",
  ERR_SSL_WRONG_VERSION_NUMBER:
    "The server does not begin with encryption: is this the right port and encryption?",
}

/**
 * The server's own words where it said any, else what the failure of the connection means. Never
 * contains what we sent: a password stays out of pages and logs.
 */
export function serverWords(error: unknown): string {
  const { message, code, originalCode, response, responseText, reason } =
    error as TransportError

  if (isSqlState(code)) {
    // Its message repeats the statement with all its values: mails, addresses, whatever was written.
    return `The database refused it (SQLSTATE ${code})`
  }
  if (/wrong version number/i.test(message ?? "")) {
    return "The server does not speak TLS on this port: is this the right port and encryption?"
  }
  const goodbye = HUNG_UP.test(code ?? "") ? reason : undefined
  const said = [responseText, response, goodbye].find((text) => text?.trim())

  if (said) {
    return tidy(said)
  }
  // nodemailer calls every failure of a connection ESOCKET; what it was stands beside it.
  const known = [originalCode, code, /\bE[A-Z]{4,}\b/.exec(message ?? "")?.[0]].find(
    (candidate) => candidate && EXPLAINED[candidate]
  )
  return known ? `${EXPLAINED[known]} (${known})` : tidy(message ?? String(error))
}

/** The login was refused: trying again with the same password only locks the account. */
export function isLoginRefused(error: unknown): boolean {
  const { authenticationFailed, code } = error as TransportError

  return authenticationFailed === true || code === "EAUTH"
}

const isSqlState = (code: unknown) =>
  typeof code === "string" && /^([0-9]{2}|XX|P0|F0|HV)[0-9A-Z]{3}$/.test(code)

const tidy = (text: string) => cutText(text.replace(/[\p{Cc}\s]+/gu, " ").trim(), 500)
