import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import type { CustomerNote } from "../people/contract"
import { presentNotes } from "../people/present-person"

/** @throws NOT_FOUND */
export async function presentNote(
  container: MedusaContainer,
  id: string
): Promise<CustomerNote> {
  const notes = await container.resolve(HELPDESK_MODULE).listCrmCustomerNotes({ id })
  const [note] = await presentNotes(container, notes)

  if (!note) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Customer note ${id} was not found`
    )
  }
  return note
}
