import { z } from "@medusajs/framework/zod"
import type { MailServer } from "../../../../modules/mail/domain/mail-host"
import type { MailProvider } from "../../../../modules/mail/domain/mail-providers"
import type { OAuthProvider } from "../../../../modules/mail/domain/oauth-providers"
import { emailAddress } from "../contract"

export const DetectMailServers = z.strictObject({ address: emailAddress })
export type DetectMailServers = z.infer<typeof DetectMailServers>

export type MailProvidersResponse = {
  mail_providers: MailProvider[]
  /** Whose consent can be asked for: the plugin's options name an app there. */
  oauth: OAuthProvider[]
}

/** Null: nothing is known of the address's servers. */
export type MailDetectionResponse = {
  detection: {
    by: "domain" | "mx" | "srv"
    provider: MailProvider | null
    imap: MailServer | null
    smtp: MailServer | null
  } | null
}
