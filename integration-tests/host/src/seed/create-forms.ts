import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "medusa-plugin-crm-desk/modules/helpdesk"
import {
  createCustomFieldWorkflow,
  createFormWorkflow,
} from "medusa-plugin-crm-desk/workflows"
import { departmentIds } from "./create-desk"
import { departments } from "./desk"
import { contactForm, customFields } from "./forms"

export async function createForms(container: MedusaContainer): Promise<void> {
  const helpdesk = container.resolve(HELPDESK_MODULE)
  const keys = new Set((await helpdesk.listCrmCustomFields({})).map(({ key }) => key))
  const ids = await departmentIds(container)

  for (const field of customFields) {
    if (keys.has(field.key)) continue
    await createCustomFieldWorkflow(container).run({ input: field })
  }
  const [existing] = await helpdesk.listCrmContactForms({ handle: contactForm.handle })
  if (!existing) {
    await createFormWorkflow(container).run({
      input: { ...contactForm, department_id: ids.get(departments[0].name)! },
    })
  }
}
