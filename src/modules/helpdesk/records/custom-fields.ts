import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import type { CustomFieldType, FieldTexts } from "../domain/custom-field"
import { toStoredJson } from "../../../stored-json"

export type CustomFieldData = Partial<{
  key: string
  type: CustomFieldType
  label: string
  choices: string[]
  texts: FieldTexts
  visible_in_store: boolean
  position: number
}>

type FieldRow = { id: string; key: string; type: CustomFieldType; choices: string[] }

/**
 * Creates a field with null, changes one with an id.
 * @returns its id
 * @throws DUPLICATE_ERROR, INVALID_DATA, NOT_FOUND
 */
export async function saveCustomField(
  sql: Sql,
  id: string | null,
  data: CustomFieldData
): Promise<string> {
  const before = id ? await fieldById(sql, id) : null
  const type = data.type ?? before?.type
  const choices = data.choices ?? before?.choices ?? []

  if ((type === "choice" || type === "multi_choice") && !choices.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "A field of this type needs choices. Say what may be chosen"
    )
  }
  return before ? change(sql, before.id, data) : create(sql, data)
}

async function fieldById(sql: Sql, id: string): Promise<FieldRow> {
  const [field] = await rowsOf<FieldRow>(
    sql,
    `select id, key, type, choices from crm_custom_field
     where id = ? and deleted_at is null for update`,
    [id]
  )
  if (!field) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Custom field ${id} was not found`)
  }
  return field
}

async function create(sql: Sql, data: CustomFieldData): Promise<string> {
  const [created] = await insertRows<{ id: string }>(
    sql,
    "crm_custom_field",
    [
      {
        id: generateEntityId("", "crmfld"),
        choices: [],
        texts: {},
        visible_in_store: false,
        position: 0,
        ...data,
      },
    ],
    "on conflict do nothing returning id"
  )
  if (!created) {
    throw new MedusaError(
      MedusaError.Types.DUPLICATE_ERROR,
      `There is a field with the key "${data.key}" already. Choose another key`
    )
  }
  return created.id
}

async function change(sql: Sql, id: string, data: CustomFieldData): Promise<string> {
  const set = Object.entries(data).filter(([, value]) => value !== undefined)

  if (set.length) {
    await sql.raw(
      `update crm_custom_field
       set ${set.map(([column]) => `"${column}" = ?`).join(", ")}, updated_at = now()
       where id = ?`,
      [
        ...set.map(([, value]) =>
          typeof value === "object" ? toStoredJson(value) : value
        ),
        id,
      ]
    )
  }
  return id
}
