type Imap = { host: string; port: number; user: string; password: string }

export type MailWorld = {
  smtp: { host: string; port: number }
  mailboxes: { address: string; imap: Imap }[]
  /** Who signs the Authentication-Results of the demo's mail server. */
  authservId: string
}

/** Where the demo's mail servers are this time. */
export function mailWorld(): MailWorld {
  const servers = process.env.DEMO_MAIL_SERVERS
  if (!servers) throw new Error("The seed runs as a part of `npm run demo`")
  return JSON.parse(servers)
}
