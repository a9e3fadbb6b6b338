import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { FieldValues } from "../../modules/helpdesk/domain/custom-field"
import type { FieldChanges } from "../../modules/helpdesk/records/ticket-fields"
import { checkAnswer } from "../../modules/helpdesk/domain/field-answer"

/**
 * Values for fields that are declared for tickets, checked and labelled. What is empty is left out.
 * @param inStore only those that shoppers may fill in
 * @returns null when there is none
 * @throws INVALID_DATA for an unknown field, and for a value that does not fit
 */
export async function declaredValues(
  container: MedusaContainer,
  given: Record<string, unknown>,
  { inStore }: { inStore: boolean }
): Promise<FieldValues | null> {
  const keys = Object.keys(given)

  if (!keys.length) {
    return null
  }
  const declared = await container
    .resolve(HELPDESK_MODULE)
    .listCrmCustomFields(
      { key: keys, ...(inStore ? { visible_in_store: true } : {}) },
      { take: null }
    )
  const values = keys.flatMap((key) => {
    const field = declared.find((one) => one.key === key)

    if (!field) {
      throw refusal(`There is no field "${key.slice(0, 60)}" on tickets`)
    }
    const checked = checkAnswer({ ...field, required: false }, given[key])

    if ("refused" in checked) {
      throw refusal(checked.refused)
    }
    return checked.value === null
      ? []
      : [[key, { label: field.label, type: field.type, value: checked.value }] as const]
  })
  return values.length ? Object.fromEntries(values) : null
}

const refusal = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)

/** What an agent changes: a value that is empty takes the field's away. */
export async function fieldChangesOf(
  container: MedusaContainer,
  given: Record<string, unknown>
): Promise<FieldChanges> {
  const set = (await declaredValues(container, given, { inStore: false })) ?? {}

  return { set, unset: Object.keys(given).filter((key) => !(key in set)) }
}
