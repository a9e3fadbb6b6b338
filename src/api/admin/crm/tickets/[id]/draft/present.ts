import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../../../../../modules/helpdesk"
import type { Draft } from "./contract"

/** An agent's draft on a ticket, with its files; null when there is none. */
export async function presentDraft(
  container: MedusaContainer,
  ticketId: string,
  userId: string | null
): Promise<Draft | null> {
  const helpdesk = container.resolve(HELPDESK_MODULE)
  const draft = userId ? await helpdesk.draftOf(ticketId, userId) : null

  if (!draft) {
    return null
  }
  const { fields, revision, updated_at, changes } = draft
  const ids = [...(fields.attachment_ids ?? []), ...(fields.note?.attachment_ids ?? [])]
  const files = ids.length
    ? await helpdesk.listCrmAttachments({ id: ids }, { take: null })
    : []

  return {
    ...fields,
    attachments: files.map(({ id, filename, mime_type, size }) => ({
      id,
      filename,
      mime_type,
      size,
    })),
    revision,
    updated_at: updated_at.toISOString(),
    ticket_changes: changes,
  }
}
