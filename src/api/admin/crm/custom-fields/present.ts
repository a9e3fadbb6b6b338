import type { CustomFieldDTO } from "../../../../modules/helpdesk/types"
import type { CustomField } from "./contract"

export const presentCustomField = (field: CustomFieldDTO): CustomField => ({
  id: field.id,
  key: field.key,
  type: field.type,
  label: field.label,
  choices: field.choices,
  texts: field.texts,
  visible_in_store: field.visible_in_store,
  position: field.position,
  created_at: field.created_at.toISOString(),
  updated_at: field.updated_at.toISOString(),
})
