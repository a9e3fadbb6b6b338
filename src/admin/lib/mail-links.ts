export const MAIL_PATH = "/crm/mail"
export const INBOUND_PATH = `${MAIL_PATH}/inbound`
export const OUTBOUND_PATH = `${MAIL_PATH}/outbound`
export const SUPPRESSED_PATH = `${MAIL_PATH}/suppressed`
export const SET_UP_PATH = "/crm/setup"

type MailFilter = { state?: string; account_id?: string; mail?: string }

/** The ledger of mail in; with `mail` one mail of it is open. */
export const inboundPath = (filter: MailFilter = {}) => withQuery(INBOUND_PATH, filter)

/** The outbox. */
export const outboundPath = (filter: MailFilter = {}) => withQuery(OUTBOUND_PATH, filter)

function withQuery(path: string, filter: MailFilter): string {
  const query = new URLSearchParams(filter).toString()

  return query ? `${path}?${query}` : path
}
