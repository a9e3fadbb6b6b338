export const TRANSPORT_SECURITY = ["tls", "starttls", "none"] as const
export type TransportSecurity = (typeof TRANSPORT_SECURITY)[number]
