import { z } from "@medusajs/framework/zod"

export const AskForOrder = z.strictObject({
  /** As it stands in the order's mail: `1042` or `#1042`. */
  order_number: z.union([z.string().trim().min(1).max(40), z.number().int().min(1)]),
  email: z.string().trim().toLowerCase().email().max(254),
  /** BCP 47: the language of the mail with the code. */
  locale: z.string().trim().min(2).max(35).optional(),
})
export type AskForOrder = z.infer<typeof AskForOrder>

export const OpenOrder = z.strictObject({ code: z.string().trim().min(1).max(40) })
export type OpenOrder = z.infer<typeof OpenOrder>

/** The same for every request: it says nothing of whether there is such an order. */
export type OrderAccessResponse = { order_access: { id: string; expires_at: string } }
export type SessionResponse = { session: { token: string; expires_at: string } }
export type TooManyRequests = { type: "too_many_requests"; message: string }
