import { MedusaError } from "@medusajs/framework/utils"

/** What the code relies on; merchants name statuses inside them (K-3). */
export const STATUS_CATEGORIES = ["open", "pending", "on_hold", "closed"] as const
export type StatusCategory = (typeof STATUS_CATEGORIES)[number]

export type Status = {
  id: string
  name: string
  category: StatusCategory
  is_default: boolean
}

export const isStatusCategory = (value: string): value is StatusCategory =>
  (STATUS_CATEGORIES as readonly string[]).includes(value)

/** The status a category stands for. */
export function defaultStatus(statuses: Status[], category: StatusCategory): Status {
  const inCategory = statuses.filter((status) => status.category === category)
  const status = inCategory.find((candidate) => candidate.is_default) ?? inCategory[0]

  if (!status) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `No ticket status has the category "${category}". Create one before going on`
    )
  }
  return status
}

/**
 * What `status_after` asks for: `unchanged`, a category, or the id of a status (V-69).
 * @returns the status to set, or null to leave it as it is
 */
export function statusAfter(wanted: string, statuses: Status[]): Status | null {
  if (wanted === "unchanged") {
    return null
  }
  if (isStatusCategory(wanted)) {
    return defaultStatus(statuses, wanted)
  }
  const status = statuses.find(({ id }) => id === wanted)

  if (!status) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `"${wanted}" is no ticket status. Use "unchanged", ${STATUS_CATEGORIES.map(
        (category) => `"${category}"`
      ).join(", ")} or the id of a status`
    )
  }
  return status
}
