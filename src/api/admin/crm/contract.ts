import { z } from "@medusajs/framework/zod"

/** What every list takes. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}

export const shortText = z.string().trim().min(1).max(255)
export const id = z.string().trim().min(1).max(64)

/** One value, or several: `?status=open&status=pending`. */
export const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(100).optional()
  )

/** One address, without a name; checked again by the mail module before it is written to. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email("An e-mail address is expected, like name@example.com"))

export type Paged = { count: number; offset: number; limit: number }
export type Deleted<Name extends string> = { id: string; object: Name; deleted: true }

/** The ticket that a mail of the ledger or the outbox is on. */
export type TicketOfMail = { id: string; number: number }

/** A record as it travels: dates are ISO 8601 strings. */
export type Json<T> = {
  [K in keyof T]: T[K] extends Date | null ? string | Extract<T[K], null> : T[K]
}
