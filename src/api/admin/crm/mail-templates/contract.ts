import { z } from "@medusajs/framework/zod"
import type { MailTemplateKey } from "../../../../modules/helpdesk/domain/mail-templates"
import type { Deleted, Paged } from "../contract"

const text = z.string().trim().min(1).max(100_000)

export const SaveMailTemplate = z
  .strictObject({
    subject: z.string().trim().min(1).max(255),
    body_text: text,
    /** Of a reply alone: the others are plain text. Null: the text is all there is. */
    body_html: text.nullable(),
    enabled: z.boolean(),
    include_details: z.boolean(),
  })
  .partial()
export type SaveMailTemplate = z.infer<typeof SaveMailTemplate>

export type MailTemplate = {
  key: MailTemplateKey
  subject: string
  body_text: string
  body_html: string | null
  enabled: boolean
  include_details: boolean
  /** False: the built-in words. */
  is_changed: boolean
  can_be_off: boolean
  has_html: boolean
  /** Whether `include_details` means anything: a notice to agents. */
  has_details: boolean
  /** What the texts may name. */
  variables: string[]
  updated_at: string | null
}

/** The mail as it would leave, filled with an example. */
export type MailTemplatePreview = { subject: string; text: string; html: string | null }

export type MailTemplateResponse = { mail_template: MailTemplate }
export type MailTemplatesResponse = { mail_templates: MailTemplate[] } & Paged
export type MailTemplateReset = Deleted<"mail_template">
export type MailTemplatePreviewResponse = { preview: MailTemplatePreview }
