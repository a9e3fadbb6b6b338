import type { MailServer } from "./mail-host"
import { OAUTH_SERVERS, type OAuthProvider } from "./oauth-providers"

/**
 * What a login takes: the password of the account, a password made for one program in the account's
 * security settings, the provider's consent, or nothing that exists.
 */
export type LoginKind = "password" | "app_password" | "oauth2" | "unavailable"

export type MailProvider = {
  id: string
  name: string
  imap: MailServer
  smtp: MailServer
  login: LoginKind
  /** Whose consent opens it. */
  oauth: OAuthProvider | null
  /** The provider's own page on what a program needs. */
  help_url: string | null
}

type Known = MailProvider & {
  /** Domains of addresses that people get there. */
  domains: string[]
  /** What the mail exchangers of domains of one's own end with. */
  exchangers: string[]
}

export const MAIL_PROVIDERS: readonly Known[] = [
  {
    id: "google",
    name: "Gmail / Google Workspace",
    ...OAUTH_SERVERS.google,
    login: "app_password",
    oauth: "google",
    help_url: "https://support.google.com/accounts/answer/185833",
    domains: ["gmail.com", "googlemail.com"],
    exchangers: ["google.com", "googlemail.com"],
  },
  {
    id: "microsoft",
    name: "Microsoft 365 / Outlook.com",
    ...OAUTH_SERVERS.microsoft,
    login: "oauth2",
    oauth: "microsoft",
    help_url: "https://support.microsoft.com/office/d088b986-291d-42b8-9564-9c414e2aa040",
    domains: ["outlook.com", "hotmail.com", "live.com", "msn.com", "outlook.de"],
    exchangers: [
      "mail.protection.outlook.com",
      "mx.microsoft",
      "olc.protection.outlook.com",
    ],
  },
  known("yahoo", "Yahoo Mail", ["imap.mail.yahoo.com", "smtp.mail.yahoo.com"], {
    login: "app_password",
    help_url: "https://help.yahoo.com/kb/SLN15241.html",
    domains: ["yahoo.com", "yahoo.de", "yahoo.co.uk", "yahoo.fr", "ymail.com"],
    exchangers: ["yahoodns.net"],
  }),
  known("aol", "AOL", ["imap.aol.com", "smtp.aol.com"], {
    login: "app_password",
    domains: ["aol.com"],
  }),
  {
    ...known("icloud", "iCloud Mail", ["imap.mail.me.com", "smtp.mail.me.com"], {
      login: "app_password",
      help_url: "https://support.apple.com/102654",
      domains: ["icloud.com", "me.com", "mac.com"],
      exchangers: ["mail.icloud.com"],
    }),
    smtp: { host: "smtp.mail.me.com", port: 587, security: "starttls" },
  },
  known("fastmail", "Fastmail", ["imap.fastmail.com", "smtp.fastmail.com"], {
    login: "app_password",
    help_url: "https://www.fastmail.help/hc/en-us/articles/360058752854",
    domains: ["fastmail.com", "fastmail.fm"],
    exchangers: ["messagingengine.com"],
  }),
  known("zoho", "Zoho Mail", ["imappro.zoho.com", "smtppro.zoho.com"], {
    login: "app_password",
    help_url: "https://www.zoho.com/mail/help/imap-access.html",
    exchangers: ["zoho.com"],
  }),
  known("zoho_eu", "Zoho Mail (EU)", ["imappro.zoho.eu", "smtppro.zoho.eu"], {
    login: "app_password",
    help_url: "https://www.zoho.com/mail/help/imap-access.html",
    exchangers: ["zoho.eu"],
  }),
  known("ionos", "IONOS", ["imap.ionos.de", "smtp.ionos.de"], {
    exchangers: ["ionos.de", "kundenserver.de"],
  }),
  known("ionos_com", "IONOS (international)", ["imap.ionos.com", "smtp.ionos.com"], {
    exchangers: ["ionos.com", "perfora.net"],
  }),
  known("strato", "STRATO", ["imap.strato.de", "smtp.strato.de"], {
    exchangers: ["rzone.de"],
  }),
  known("gmx", "GMX", ["imap.gmx.net", "mail.gmx.net"], {
    help_url: "https://hilfe.gmx.net/pop-imap/einschalten.html",
    domains: ["gmx.de", "gmx.net", "gmx.at", "gmx.ch"],
  }),
  known("web_de", "WEB.DE", ["imap.web.de", "smtp.web.de"], {
    help_url: "https://hilfe.web.de/pop-imap/einschalten.html",
    domains: ["web.de"],
  }),
  known("t_online", "T-Online", ["secureimap.t-online.de", "securesmtp.t-online.de"], {
    login: "app_password",
    domains: ["t-online.de", "magenta.de"],
  }),
  known("mailbox_org", "mailbox.org", ["imap.mailbox.org", "smtp.mailbox.org"], {
    domains: ["mailbox.org"],
    exchangers: ["mailbox.org"],
  }),
  known("posteo", "Posteo", ["posteo.de", "posteo.de"], {
    domains: ["posteo.de", "posteo.net"],
    exchangers: ["posteo.de"],
  }),
  known("hetzner", "Hetzner", ["mail.your-server.de", "mail.your-server.de"], {
    exchangers: ["your-server.de"],
  }),
  known("ovh", "OVHcloud", ["ssl0.ovh.net", "ssl0.ovh.net"], {
    exchangers: ["mail.ovh.net"],
  }),
  known("gandi", "Gandi", ["mail.gandi.net", "mail.gandi.net"], {
    exchangers: ["mail.gandi.net"],
  }),
  known("infomaniak", "Infomaniak", ["mail.infomaniak.com", "mail.infomaniak.com"], {
    login: "app_password",
    exchangers: ["infomaniak.ch"],
  }),
  known("one", "one.com", ["imap.one.com", "send.one.com"], { exchangers: ["one.com"] }),
  known("hostinger", "Hostinger", ["imap.hostinger.com", "smtp.hostinger.com"], {
    exchangers: ["hostinger.com"],
  }),
  known("namecheap", "Namecheap", ["mail.privateemail.com", "mail.privateemail.com"], {
    exchangers: ["privateemail.com"],
  }),
  known("rackspace", "Rackspace", ["secure.emailsrvr.com", "secure.emailsrvr.com"], {
    exchangers: ["emailsrvr.com"],
  }),
  // Reached only through a program of its own on the same computer.
  known("proton", "Proton Mail", ["", ""], {
    login: "unavailable",
    help_url: "https://proton.me/support/imap-smtp-and-pop3-setup",
    domains: ["proton.me", "protonmail.com", "pm.me"],
    exchangers: ["protonmail.ch"],
  }),
]

/** The providers that mail can be fetched from, without what they are recognised by. */
export const mailProviders = (): MailProvider[] =>
  MAIL_PROVIDERS.filter(({ login }) => login !== "unavailable").map(factsOf)

/** The provider of an address by its domain alone. */
export const providerOfAddress = (address: string): MailProvider | null =>
  found(({ domains }) => domains.includes(domainOf(address)))

/** The provider that takes in the mail of a domain, by its mail exchangers (MX). */
export const providerOfExchangers = (hosts: readonly string[]): MailProvider | null =>
  found(({ exchangers }) =>
    hosts.some((host) => exchangers.some((suffix) => isBelow(host, suffix)))
  )

/** The provider whose servers an account uses. */
export const providerOfServer = (imapHost: string): MailProvider | null =>
  found(
    ({ login, imap }) =>
      login !== "unavailable" && imap.host === imapHost.trim().toLowerCase()
  )

export const domainOf = (address: string): string =>
  address
    .slice(address.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase()

function found(fits: (provider: Known) => boolean): MailProvider | null {
  const provider = MAIL_PROVIDERS.find(fits)

  return provider ? factsOf(provider) : null
}

const factsOf = ({
  id,
  name,
  imap,
  smtp,
  login,
  oauth,
  help_url,
}: Known): MailProvider => ({ id, name, imap, smtp, login, oauth, help_url })

function isBelow(host: string, suffix: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, "")

  return name === suffix || name.endsWith(`.${suffix}`)
}

/** Most take a password, and TLS from the first byte at the usual ports. */
function known(
  id: string,
  name: string,
  [imapHost, smtpHost]: [string, string],
  special: Partial<Known>
): Known {
  return {
    id,
    name,
    imap: { host: imapHost, port: 993, security: "tls" },
    smtp: { host: smtpHost, port: 465, security: "tls" },
    login: "password",
    oauth: null,
    help_url: null,
    domains: [],
    exchangers: [],
    ...special,
  }
}
