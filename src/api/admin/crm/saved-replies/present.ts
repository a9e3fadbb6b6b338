import type { SavedReplyRow } from "../../../../modules/helpdesk/records/saved-replies"
import type { SavedReply } from "./contract"

export const presentSavedReply = (reply: SavedReplyRow): SavedReply => ({
  id: reply.id,
  title: reply.title,
  scope: reply.scope,
  user_id: reply.user_id,
  team_id: reply.team_id,
  department_id: reply.department_id,
  body_text: reply.body_text,
  body_html: reply.body_html,
  attachments: reply.attachments
    .filter(({ inline }) => !inline)
    .map(({ id, filename, mime_type, size }) => ({ id, filename, mime_type, size })),
  created_at: new Date(reply.created_at).toISOString(),
  updated_at: new Date(reply.updated_at).toISOString(),
})
