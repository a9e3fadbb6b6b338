import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "medusa-plugin-crm-desk/modules/helpdesk"
import { saveSavedReplyWorkflow } from "medusa-plugin-crm-desk/workflows"
import { departmentIds } from "./create-desk"
import { savedReplies } from "./saved-replies"

export async function createSavedReplies(container: MedusaContainer): Promise<void> {
  const { saved_replies: existing } = await container
    .resolve(HELPDESK_MODULE)
    .savedReplies({ reader: null, limit: 100, offset: 0 })
  const titles = new Set(existing.map(({ title }) => title))
  const ids = await departmentIds(container)

  for (const { title, department, body } of savedReplies) {
    if (titles.has(title)) continue
    await saveSavedReplyWorkflow(container).run({
      input: {
        id: null,
        reader: null,
        data: {
          title,
          ...(department
            ? { scope: "department" as const, department_id: ids.get(department)! }
            : { scope: "everyone" as const }),
          body_html: body,
          body_text: body
            .replace(/<\/(?:p|li)>|<br>/g, "\n")
            .replace(/<[^>]*>/g, "")
            .trim(),
        },
      },
    })
  }
}
