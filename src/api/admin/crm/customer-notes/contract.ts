import { z } from "@medusajs/framework/zod"
import { emailAddress, id, type Deleted } from "../contract"
import type { CustomerNote } from "../people/contract"

const text = z
  .string()
  .max(20_000)
  .refine((body) => body.trim() !== "", "The text must not be empty")

export const CreateCustomerNote = z
  .strictObject({
    customer_id: id.optional(),
    email: emailAddress.optional(),
    body_text: text,
  })
  .refine(({ customer_id, email }) => customer_id || email, {
    message: "Say whom the note is about: customer_id or email",
    path: ["customer_id"],
  })
export type CreateCustomerNote = z.infer<typeof CreateCustomerNote>

export const UpdateCustomerNote = z.strictObject({ body_text: text })
export type UpdateCustomerNote = z.infer<typeof UpdateCustomerNote>

/** `undo` is the token for POST `undo/:token`. */
export type CustomerNoteResponse = { customer_note: CustomerNote; undo: string }
export type CustomerNoteDeleted = Deleted<"customer_note"> & { undo: string }
