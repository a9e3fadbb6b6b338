import type { OAuthOptions } from "../../../options"
import type { MailServer } from "./mail-host"

export const OAUTH_PROVIDERS = ["google", "microsoft"] as const
export type OAuthProvider = (typeof OAUTH_PROVIDERS)[number]

/** A provider and the app that is registered there, ready to be used. */
export type OAuthApp = {
  provider: OAuthProvider
  name: string
  client_id: string
  client_secret: string
  authorization_url: string
  token_url: string
  scopes: string[]
  /** What this provider wants to be asked besides the standard. */
  extra: Record<string, string>
}

/** @returns null when the plugin's options name no app for this provider */
export function oauthApp(
  provider: OAuthProvider,
  options: OAuthOptions
): OAuthApp | null {
  const app = options[provider]

  if (!app) {
    return null
  }
  const usual =
    provider === "google" ? GOOGLE : microsoft(options.microsoft?.tenant ?? "common")

  return {
    ...usual,
    provider,
    client_id: app.clientId,
    client_secret: app.clientSecret,
    authorization_url: app.authorizationUrl ?? usual.authorization_url,
    token_url: app.tokenUrl ?? usual.token_url,
    scopes: app.scopes ?? usual.scopes,
  }
}

/** The mail servers that take a provider's tokens: the usual ones, or those of a sovereign cloud. */
export const oauthServers = (
  provider: OAuthProvider,
  options: OAuthOptions
): Record<"imap" | "smtp", MailServer> => ({
  imap: options[provider]?.imap ?? OAUTH_SERVERS[provider].imap,
  smtp: options[provider]?.smtp ?? OAUTH_SERVERS[provider].smtp,
})

export const OAUTH_SERVERS = {
  google: {
    imap: { host: "imap.gmail.com", port: 993, security: "tls" },
    smtp: { host: "smtp.gmail.com", port: 465, security: "tls" },
  },
  // Microsoft offers no port with TLS from the first byte for sending.
  microsoft: {
    imap: { host: "outlook.office365.com", port: 993, security: "tls" },
    smtp: { host: "smtp.office365.com", port: 587, security: "starttls" },
  },
} as const

export const PROVIDER_NAMES: Record<OAuthProvider, string> = {
  google: "Google",
  microsoft: "Microsoft",
}

type Usual = Pick<
  OAuthApp,
  "name" | "authorization_url" | "token_url" | "scopes" | "extra"
>

/** Without both `offline` and `consent` Google gives a refresh token at the first consent only. */
const GOOGLE: Usual = {
  name: PROVIDER_NAMES.google,
  authorization_url: "https://accounts.google.com/o/oauth2/v2/auth",
  token_url: "https://oauth2.googleapis.com/token",
  scopes: ["openid", "email", "https://mail.google.com/"],
  extra: { access_type: "offline", prompt: "consent" },
}

/** `offline_access` is what asks Microsoft for a refresh token. */
const microsoft = (tenant: string): Usual => ({
  name: PROVIDER_NAMES.microsoft,
  authorization_url: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize`,
  token_url: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
  scopes: [
    "openid",
    "email",
    "offline_access",
    "https://outlook.office.com/IMAP.AccessAsUser.All",
    "https://outlook.office.com/SMTP.Send",
  ],
  extra: {},
})
