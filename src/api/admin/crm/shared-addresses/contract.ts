import { z } from "@medusajs/framework/zod"
import { emailAddress } from "../contract"

export const MarkSharedAddress = z.strictObject({
  email: emailAddress,
  is_shared: z.boolean(),
})
export type MarkSharedAddress = z.infer<typeof MarkSharedAddress>

export type SharedAddressResponse = {
  shared_address: { email: string; is_shared: boolean }
}
