import { z } from "@medusajs/framework/zod"
import { id, shortText, type Deleted, type Paged } from "../contract"

const fields = {
  name: shortText,
  /** Empty: offered in every department. */
  department_ids: z.array(id).max(1000),
}

export const CreateClassification = z
  .strictObject(fields)
  .partial({ department_ids: true })
export type CreateClassification = z.infer<typeof CreateClassification>

export const UpdateClassification = z.strictObject(fields).partial()
export type UpdateClassification = z.infer<typeof UpdateClassification>

export type Classification = {
  id: string
  name: string
  departments: { id: string; name: string }[]
  created_at: string
}

export type ClassificationResponse = { classification: Classification }
export type ClassificationsResponse = { classifications: Classification[] } & Paged
export type ClassificationDeleted = Deleted<"classification">
