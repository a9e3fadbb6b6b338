import type { TicketCounts } from "../../../../modules/helpdesk/records/departments"
import type { DepartmentDTO } from "../../../../modules/helpdesk/types"
import type { Department } from "./contract"

export const presentDepartment = (
  department: DepartmentDTO,
  counts: TicketCounts | undefined
): Department => ({
  id: department.id,
  private_name: department.private_name,
  public_name: department.public_name,
  visible_in_store: department.visible_in_store,
  mail_account_id: department.mail_account_id,
  status_after_reply: department.status_after_reply,
  status_after_note: department.status_after_note,
  plain_text_only: department.plain_text_only,
  undo_send_seconds: department.undo_send_seconds,
  rating_mode: department.rating_mode,
  rating_delay_minutes: department.rating_delay_minutes,
  rating_scale: department.rating_scale,
  rating_question: department.rating_question,
  position: department.position,
  ticket_count: counts?.ticket_count ?? 0,
  open_ticket_count: counts?.open_ticket_count ?? 0,
  created_at: department.created_at.toISOString(),
  updated_at: department.updated_at.toISOString(),
})
