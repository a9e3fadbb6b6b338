import type { Complaint } from "../../client/check-answers"
import type { FormField } from "../../client/types"
import type { Translate } from "../texts/translate"

export const complaintText = (
  { label }: FormField,
  complaint: Complaint | undefined,
  text: Translate
) =>
  complaint
    ? text(`complaint_${complaint.reason}`, { label, limit: complaint.limit ?? "" })
    : null
