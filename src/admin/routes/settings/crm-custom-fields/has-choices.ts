import type { FieldType } from "../../../../modules/helpdesk/domain/field-answer"

/** Types that need to be told what may be chosen. */
export const hasChoices = (type: FieldType) =>
  type === "choice" || type === "multi_choice"
