import { z } from "@medusajs/framework/zod"
import type { StatusCategory } from "../../../../modules/helpdesk/domain/ticket-status"
import { emailAddress, id } from "../contract"
import type { OrderSummary } from "../tickets/contract"

export const FindPerson = z
  .strictObject({ customer_id: id.optional(), email: emailAddress.optional() })
  .refine(({ customer_id, email }) => customer_id || email, {
    message: "Say who: customer_id or email",
    path: ["email"],
  })
export type FindPerson = z.infer<typeof FindPerson>

export type PersonCustomer = {
  id: string
  email: string
  name: string
  has_account: boolean
  groups: { id: string; name: string }[]
}

export type CustomerNote = {
  id: string
  body_text: string
  author: { id: string; name: string } | null
  created_at: string
  updated_at: string
}

/** What happened between a person and the shop, newest first (B-09). */
export type TimelineEntry = { id: string; at: string } & (
  | { type: "order"; order: OrderSummary }
  | {
      type: "ticket"
      ticket: {
        id: string
        number: number
        subject: string
        channel: string
        awaiting: "agent" | "customer" | "none"
        status: { id: string; name: string; category: StatusCategory }
      }
    }
  | { type: "note"; note: CustomerNote }
)

/** Why two addresses are one person's (X-16 AC2). */
export type PersonAddress = {
  id: string
  email: string
  other_email: string
  proof: "agent" | "mail"
  reason: string | null
  added_by: { id: string; name: string } | null
  created_at: string
}

/** A guest and an account with one address are one person (X-16 AC1), and so are linked addresses (AC2). */
export type Person = {
  emails: string[]
  addresses: PersonAddress[]
  /** Several people write from this address: nobody's name is guessed from it (X-16 AC3). */
  is_shared: boolean
  customers: PersonCustomer[]
  groups: { id: string; name: string }[]
  notes: CustomerNote[]
  tickets: { total: number; open: number }
  orders: { total: number }
  timeline: TimelineEntry[]
}

export type PersonResponse = { person: Person }

/** Who is erased is named by an address: an id is mistaken too easily. */
export const ErasePerson = z.strictObject({ email: emailAddress })
export type ErasePerson = z.infer<typeof ErasePerson>

/** How many there were of each. */
export type PersonErasedResponse = {
  erased: { emails: string[]; tickets: number; messages: number; files: number }
}

/** Rows as the desk keeps them: hers to read. */
export type PersonDataResponse = {
  person_data: {
    emails: string[]
    customers: PersonCustomer[]
    tickets: object[]
    messages: object[]
    notes: object[]
  }
}
