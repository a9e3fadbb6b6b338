import type { MailAccount } from "../../api/admin/crm/mail-accounts/contract"

type Security = MailAccount["imap"]["security"]
export type MailPreset = {
  id: string
  name: string
  imap: { host: string; port: number; security: Security }
  smtp: { host: string; port: number; security: Security }
  /** Key of a remark the merchant has to know before trying. */
  remark?: "appPassword" | "microsoft"
}

const preset = (
  id: string,
  name: string,
  imapHost: string,
  smtpHost: string,
  remark?: MailPreset["remark"]
): MailPreset => ({
  id,
  name,
  imap: { host: imapHost, port: 993, security: "tls" },
  smtp: { host: smtpHost, port: 465, security: "tls" },
  remark,
})

export const MAIL_PRESETS: MailPreset[] = [
  preset(
    "gmail",
    "Gmail / Google Workspace",
    "imap.gmail.com",
    "smtp.gmail.com",
    "appPassword"
  ),
  {
    ...preset(
      "microsoft",
      "Microsoft 365",
      "outlook.office365.com",
      "smtp.office365.com",
      "microsoft"
    ),
    // Microsoft offers no port with TLS from the first byte.
    smtp: { host: "smtp.office365.com", port: 587, security: "starttls" },
  },
  preset("fastmail", "Fastmail", "imap.fastmail.com", "smtp.fastmail.com", "appPassword"),
  preset("zoho", "Zoho Mail", "imap.zoho.com", "smtp.zoho.com", "appPassword"),
  preset("ionos", "IONOS", "imap.ionos.de", "smtp.ionos.de"),
  preset("strato", "STRATO", "imap.strato.de", "smtp.strato.de"),
]

/** The port a kind of security usually has. */
export const usualPort = (protocol: "imap" | "smtp", security: Security): number =>
  protocol === "imap"
    ? security === "tls"
      ? 993
      : 143
    : security === "tls"
      ? 465
      : security === "starttls"
        ? 587
        : 25
