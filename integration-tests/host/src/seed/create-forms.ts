import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "medusa-plugin-crm-desk/modules/helpdesk"
import {
  createCustomFieldWorkflow,
  createFormWorkflow,
} from "medusa-plugin-crm-desk/workflows"
import { contactForm } from "./contact-form"
import { departmentIds } from "./create-desk"
import { customFields } from "./custom-fields"

/** The fields, and the form of the storefront's contact page. */
export async function createForms(container: MedusaContainer): Promise<void> {
  const helpdesk = container.resolve(HELPDESK_MODULE)
  const keys = new Set((await helpdesk.listCrmCustomFields({})).map(({ key }) => key))
  const ids = await departmentIds(container)

  for (const field of customFields) {
    if (keys.has(field.key)) continue
    await createCustomFieldWorkflow(container).run({ input: field })
  }
  const { department, ...form } = contactForm
  const [existing] = await helpdesk.listCrmContactForms({ handle: form.handle })
  if (!existing) {
    await createFormWorkflow(container).run({
      input: { ...form, department_id: ids.get(department)! },
    })
  }
}
