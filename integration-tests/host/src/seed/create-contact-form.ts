import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "medusa-plugin-crm-desk/modules/helpdesk"
import { createFormWorkflow } from "medusa-plugin-crm-desk/workflows"
import { contactForm } from "./contact-form"
import { departmentIds } from "./create-desk"

/** The form of the storefront's contact page; one of that handle that is there already is left alone. */
export async function createContactForm(container: MedusaContainer): Promise<void> {
  const { department, ...form } = contactForm
  const [existing] = await container
    .resolve(HELPDESK_MODULE)
    .listCrmContactForms({ handle: form.handle })
  if (existing) return

  const ids = await departmentIds(container)
  await createFormWorkflow(container).run({
    input: { ...form, department_id: ids.get(department)! },
  })
}
