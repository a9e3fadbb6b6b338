import { z } from "@medusajs/framework/zod"
import { id, paging, type Deleted, type Paged } from "../contract"
import { FollowUpFields, type FollowUp, type Ticket } from "../tickets/contract"

export const CreateFollowUp = FollowUpFields
export type CreateFollowUp = z.infer<typeof CreateFollowUp>

export const UpdateFollowUp = FollowUpFields.partial().extend({
  done: z.boolean().optional(),
})
export type UpdateFollowUp = z.infer<typeof UpdateFollowUp>

export const ListFollowUps = z.strictObject({
  ...paging,
  done: z.enum(["true", "false"]).optional(),
  /** An agent's id, or `me`. */
  user_id: id.optional(),
  due_before: z.iso.datetime({ offset: true }).optional(),
})
export type ListFollowUps = z.infer<typeof ListFollowUps>

export type ListedFollowUp = FollowUp & {
  ticket: { id: string; number: number; subject: string }
}
export type FollowUpsResponse = { follow_ups: ListedFollowUp[] } & Paged
export type FollowUpResponse = { follow_up: ListedFollowUp; ticket: Ticket }
export type FollowUpDeleted = Deleted<"follow_up"> & { ticket: Ticket }
