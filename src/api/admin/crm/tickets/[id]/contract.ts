import { z } from "@medusajs/framework/zod"
import { id } from "../../contract"
import type { DraftAnswer, Ticket, Viewer } from "../contract"

const moment = z.iso.datetime({ offset: true })

export const WatchTicket = z.strictObject({
  watch: z.boolean(),
  /** Until the next answer only: "notify me when a solution is found" (V-58). */
  once: z.boolean().optional(),
})
export type WatchTicket = z.infer<typeof WatchTicket>

export const InformAgents = z.strictObject({ user_ids: z.array(id).min(1).max(50) })
export type InformAgents = z.infer<typeof InformAgents>

/** Null wakes it. */
export const SnoozeTicket = z.strictObject({ until: moment.nullable() })
export type SnoozeTicket = z.infer<typeof SnoozeTicket>
export type SnoozeResponse = { ticket: Ticket; undo: string }

export const Presence = z.strictObject({
  writing: z.boolean().default(false),
  /** The page is being closed. */
  leaving: z.boolean().default(false),
})
export type Presence = z.infer<typeof Presence>
export type PresenceResponse = { viewers: Viewer[]; version: number }

/** Null sends it now. */
export const ChangeScheduledReply = z.strictObject({ send_at: moment.nullable() })
export type ChangeScheduledReply = z.infer<typeof ChangeScheduledReply>
export type ScheduledReplyDeleted = {
  id: string
  object: "scheduled_reply"
  deleted: true
  ticket: Ticket
  draft: DraftAnswer
}

export const SetPrivacy = z.strictObject({ private: z.boolean() })
export type SetPrivacy = z.infer<typeof SetPrivacy>

/** `previous_holder` had it until now (V-61). */
export type ClaimResponse = {
  ticket: Ticket
  previous_holder: { id: string; name: string } | null
  undo?: string
}

/** `invite`: with an account of her own, whose password she sets from the mail that she gets. */
export const AssignCustomer = z.strictObject({ invite: z.boolean().optional() })
export type AssignCustomer = z.infer<typeof AssignCustomer>
