import { z } from "@medusajs/framework/zod"
import { emailAddress, type Deleted } from "../../contract"

export const AddPersonAddress = z.strictObject({
  /** An address the person is known by. */
  email: emailAddress,
  /** One more of hers. */
  other_email: emailAddress,
  /** Why an agent believes so. */
  reason: z.string().trim().min(1).max(500),
})
export type AddPersonAddress = z.infer<typeof AddPersonAddress>

/** `undo` is the token for POST `undo/:token`. */
export type PersonAddressResponse = { person_address: { id: string }; undo: string }
export type PersonAddressDeleted = Deleted<"person_address"> & { undo: string }
