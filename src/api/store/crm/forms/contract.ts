import { z } from "@medusajs/framework/zod"
import type { LocalField } from "../../../../modules/helpdesk/domain/form"

/** People do not see it, and who fills it in is a robot. */
export const HONEYPOT = "website"

const handle = z.string().trim().min(1).max(64)

export const AskForChallenge = z.strictObject({ for: handle })
export type AskForChallenge = z.infer<typeof AskForChallenge>

export const ReadForm = z.strictObject({ locale: z.string().trim().max(35).optional() })
export type ReadForm = z.infer<typeof ReadForm>

export const SubmitForm = z.strictObject({
  /** Answers by the key of their field; what they have to be is the form's to say. */
  fields: z.record(z.string().max(100), z.unknown()),
  /** `id`, or `id:token` of a file that was uploaded without an account. */
  attachment_ids: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
  captcha: z.string().max(8192).optional(),
  [HONEYPOT]: z.string().max(10_000).optional(),
})
export type SubmitForm = z.infer<typeof SubmitForm>

export type StoreForm = {
  handle: string
  title: string
  intro: string | null
  submit_label: string | null
  fields: LocalField[]
  captcha:
    | null
    | { provider: "altcha"; challenge_url: string }
    | { provider: "turnstile" | "hcaptcha" | "recaptcha"; site_key: string }
  honeypot: string
}

export type StoreFormResponse = { form: StoreForm }
export type SubmissionResponse = {
  submission: { ticket_number: number | null; message: string }
}
