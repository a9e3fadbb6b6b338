import { z } from "@medusajs/framework/zod"
import { STATUS_CATEGORIES } from "../../../../modules/helpdesk/domain/ticket-status"
import { shortText, type Deleted, type Paged } from "../contract"

export const CreateStatus = z.strictObject({
  name: shortText,
  category: z.enum(STATUS_CATEGORIES),
  position: z.number().int().min(0).max(10_000).optional(),
  is_default: z.boolean().optional(),
})
export type CreateStatus = z.infer<typeof CreateStatus>

/** The category stays: tickets have been counted by it. */
export const UpdateStatus = CreateStatus.omit({ category: true }).partial()
export type UpdateStatus = z.infer<typeof UpdateStatus>

export type Status = {
  id: string
  name: string
  category: (typeof STATUS_CATEGORIES)[number]
  position: number
  is_default: boolean
}

export type StatusResponse = { status: Status }
export type StatusesResponse = { statuses: Status[] } & Paged
export type StatusDeleted = Deleted<"status">
