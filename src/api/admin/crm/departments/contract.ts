import { z } from "@medusajs/framework/zod"
import {
  RATING_MODES,
  RATING_SCALES,
  type RatingMode,
  type RatingScale,
} from "../../../../modules/helpdesk/domain/rating"
import { id, shortText, type Deleted, type Paged } from "../contract"

const fields = {
  private_name: shortText,
  public_name: shortText,
  visible_in_store: z.boolean(),
  mail_account_id: id.nullable(),
  status_after_reply: z.string().trim().min(1).max(64),
  status_after_note: z.string().trim().min(1).max(64),
  /** Its mail leaves without HTML (K-11). */
  plain_text_only: z.boolean(),
  /** Seconds in which a reply can be taken back; null: the option `undoSendSeconds`. */
  undo_send_seconds: z.number().int().min(0).max(60).nullable(),
  /** Whether its customers are asked how it was after an agent closed their ticket (E-17). */
  rating_mode: z.enum(RATING_MODES),
  /** From the closing to the question, up to two weeks. */
  rating_delay_minutes: z.number().int().min(0).max(20_160),
  rating_scale: z.enum(RATING_SCALES),
  /** Null: the built-in question, in the customer's language. */
  rating_question: z.string().trim().min(1).max(200).nullable(),
  position: z.number().int().min(0).max(10_000),
}

export const CreateDepartment = z
  .strictObject(fields)
  .partial()
  .required({ private_name: true, public_name: true })
export type CreateDepartment = z.infer<typeof CreateDepartment>

export const UpdateDepartment = z.strictObject(fields).partial()
export type UpdateDepartment = z.infer<typeof UpdateDepartment>

export type Department = {
  id: string
  private_name: string
  public_name: string
  visible_in_store: boolean
  mail_account_id: string | null
  status_after_reply: string
  status_after_note: string
  plain_text_only: boolean
  undo_send_seconds: number | null
  rating_mode: RatingMode
  rating_delay_minutes: number
  rating_scale: RatingScale
  rating_question: string | null
  position: number
  /** Tickets that are neither deleted nor merged, and how many of them are not closed. */
  ticket_count: number
  open_ticket_count: number
  created_at: string
  updated_at: string
}

export type DepartmentResponse = { department: Department }
export type DepartmentsResponse = { departments: Department[] } & Paged
export type DepartmentDeleted = Deleted<"department">
