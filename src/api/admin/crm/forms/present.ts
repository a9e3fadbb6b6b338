import type { ContactFormDTO } from "../../../../modules/helpdesk/types"
import type { Form } from "./contract"

export const presentForm = (form: ContactFormDTO): Form => ({
  id: form.id,
  handle: form.handle,
  name: form.name,
  enabled: form.enabled,
  department_id: form.department_id,
  classification_id: form.classification_id,
  default_locale: form.default_locale,
  texts: form.texts,
  fields: form.fields,
  captcha: form.captcha,
  confirm: form.confirm,
  created_at: form.created_at.toISOString(),
  updated_at: form.updated_at.toISOString(),
})
