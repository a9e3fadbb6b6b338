import { z } from "@medusajs/framework/zod"
import { id, paging, shortText, type Deleted, type Paged } from "../contract"

const text = z.string().max(20_000)

const fields = {
  /** Whose it is: the asking agent's when left out. */
  user_id: id,
  title: shortText,
  body_text: text,
  /** Instead of `body_text`: made safe, with its text beside it. */
  body_html: text.nullable(),
  is_default: z.boolean(),
  /** Where it is the default; null is everywhere. */
  department_id: id.nullable(),
}

export const CreateSignature = z
  .strictObject(fields)
  .partial()
  .required({ title: true })
  .refine(({ body_text, body_html }) => (body_text ?? body_html ?? "").trim() !== "", {
    message: "A signature needs a text: body_text or body_html",
    path: ["body_text"],
  })
export type CreateSignature = z.infer<typeof CreateSignature>

export const UpdateSignature = z.strictObject(fields).partial()
export type UpdateSignature = z.infer<typeof UpdateSignature>

export const ListSignatures = z.strictObject({
  ...paging,
  /** `me` is the asking agent. */
  user_id: id.optional(),
})
export type ListSignatures = z.infer<typeof ListSignatures>

export type Signature = {
  id: string
  user: { id: string; name: string }
  title: string
  body_text: string
  body_html: string | null
  is_default: boolean
  department_id: string | null
  created_at: string
  updated_at: string
}

export type SignatureResponse = { signature: Signature }
export type SignaturesResponse = { signatures: Signature[] } & Paged
export type SignatureDeleted = Deleted<"signature">
