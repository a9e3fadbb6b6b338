import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import {
  formProblem,
  type Definition,
  type FormField,
  type FormTexts,
} from "../domain/form"
import { toStoredJson } from "../../../stored-json"

export type ContactFormData = Partial<{
  handle: string
  name: string
  enabled: boolean
  department_id: string
  classification_id: string | null
  default_locale: string
  texts: FormTexts
  fields: FormField[]
  captcha: boolean
  confirm: boolean
}>

type SavedForm = Definition & { handle: string; department_id: string }

/**
 * Creates a form with null, changes one with an id.
 * @returns its id
 * @throws INVALID_DATA with what is wrong with it, DUPLICATE_ERROR, NOT_FOUND
 */
export async function saveContactForm(
  sql: Sql,
  id: string | null,
  data: ContactFormData
): Promise<string> {
  const before = id ? await formById(sql, id) : null
  const definition: SavedForm = {
    default_locale: data.default_locale ?? before?.default_locale ?? "en",
    handle: data.handle ?? before?.handle ?? "",
    texts: data.texts ?? before?.texts ?? {},
    fields: data.fields ?? before?.fields ?? [],
    department_id: data.department_id ?? before?.department_id ?? "",
  }
  const problem = formProblem(definition) ?? (await declaredOtherwise(sql, definition))

  if (problem) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, problem)
  }
  await assertThere(sql, "crm_department", "Department", data.department_id)
  await assertThere(sql, "crm_classification", "Classification", data.classification_id)
  await assertHandleIsFree(sql, definition.handle, id)

  return id ? change(sql, id, data) : create(sql, data)
}

async function formById(sql: Sql, id: string): Promise<SavedForm> {
  const [form] = await rowsOf<SavedForm>(
    sql,
    `select handle, default_locale, texts, fields, department_id from crm_contact_form
     where id = ? and deleted_at is null for update`,
    [id]
  )
  if (!form) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Form ${id} was not found`)
  }
  return form
}

/** A key that is declared for tickets means that field: the same type, and no choice of its own. */
async function declaredOtherwise(
  sql: Sql,
  { fields }: Definition
): Promise<string | null> {
  const declared = await rowsOf<{ key: string; type: string; choices: string[] }>(
    sql,
    `select key, type, choices from crm_custom_field
     where key = any(?) and deleted_at is null`,
    [fields.map(({ key }) => key)]
  )
  for (const { key, type, choices } of declared) {
    const field = fields.find((one) => one.key === key)

    if (field?.type !== type) {
      return `Field "${key}" is a custom field of the type "${type}". Use that type here, or another key`
    }
    if (field.choices?.some((choice) => !choices.includes(choice))) {
      return `Field "${key}" is a custom field with other choices. Use those, or another key`
    }
  }
  return null
}

async function assertThere(
  sql: Sql,
  table: "crm_department" | "crm_classification",
  name: string,
  id: string | null | undefined
): Promise<void> {
  if (!id) {
    return
  }
  const found = await rowsOf(
    sql,
    `select 1 from ${table} where id = ? and deleted_at is null`,
    [id]
  )
  if (!found.length) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `${name} ${id} was not found`)
  }
}

async function assertHandleIsFree(sql: Sql, handle: string, id: string | null) {
  const taken = await rowsOf(
    sql,
    `select 1 from crm_contact_form
     where handle = ? and id is distinct from ? and deleted_at is null`,
    [handle, id]
  )
  if (taken.length) {
    throw new MedusaError(
      MedusaError.Types.DUPLICATE_ERROR,
      `There is a form with the handle "${handle}" already. Choose another handle`
    )
  }
}

async function create(sql: Sql, data: ContactFormData): Promise<string> {
  const id = generateEntityId("", "crmform")

  await insertRows(sql, "crm_contact_form", [
    {
      id,
      enabled: true,
      captcha: true,
      confirm: true,
      classification_id: null,
      ...data,
    },
  ])
  return id
}

async function change(sql: Sql, id: string, data: ContactFormData): Promise<string> {
  const set = Object.entries(data).filter(([, value]) => value !== undefined)

  if (set.length) {
    await sql.raw(
      `update crm_contact_form
       set ${set.map(([column]) => `"${column}" = ?`).join(", ")}, updated_at = now()
       where id = ?`,
      [
        ...set.map(([, value]) =>
          typeof value === "object" && value !== null ? toStoredJson(value) : value
        ),
        id,
      ] as string[]
    )
  }
  return id
}
