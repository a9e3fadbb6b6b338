export const TRANSPORT_SECURITY = ["tls", "starttls", "none"] as const
export type TransportSecurity = (typeof TRANSPORT_SECURITY)[number]

export type MailServer = { host: string; port: number; security: TransportSecurity }
