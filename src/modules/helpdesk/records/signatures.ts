import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import { defaultSignature } from "../domain/signature"

export type SignatureRow = {
  id: string
  user_id: string
  title: string
  body_text: string
  body_html: string | null
  is_default: boolean
  department_id: string | null
  created_at: Date
  updated_at: Date
}

export type SignatureData = Partial<
  Pick<
    SignatureRow,
    "user_id" | "title" | "body_text" | "body_html" | "is_default" | "department_id"
  >
>

const COLUMNS =
  "id, user_id, title, body_text, body_html, is_default, department_id, created_at, updated_at"

export const listSignatures = (
  sql: Sql,
  { ids, user_id }: { ids?: string[]; user_id?: string } = {}
): Promise<SignatureRow[]> =>
  rowsOf<SignatureRow>(
    sql,
    `select ${COLUMNS} from crm_signature
     where deleted_at is null
       and (?::boolean or id = any(?)) and (?::boolean or user_id = ?)
     order by title, id`,
    [ids === undefined, ids ?? [], user_id === undefined, user_id ?? ""]
  )

/**
 * Creates with null, changes with an id. Making one the default is how the default changes: an agent
 * has one for everywhere and one per department (V-92).
 * @returns the id
 * @throws NOT_FOUND for an unknown signature or department
 */
export async function saveSignature(
  sql: Sql,
  id: string | null,
  data: SignatureData
): Promise<string> {
  const before = id ? await retrieve(sql, id) : null
  const after = { ...EMPTY, ...before, ...data }

  await assertDepartment(sql, after.department_id)
  if (after.is_default) {
    await takeDefault(sql, after, id)
  }
  return before ? update(sql, before.id, after) : insert(sql, after)
}

/** @throws NOT_FOUND */
export async function deleteSignature(sql: Sql, id: string): Promise<void> {
  await retrieve(sql, id)
  await sql.raw(`update crm_signature set deleted_at = now() where id = ?`, [id])
}

/** Takes a deleted signature back, as no default: another may have become that. */
export async function restoreSignature(sql: Sql, id: string): Promise<void> {
  await sql.raw(
    `update crm_signature set deleted_at = null, is_default = false where id = ?`,
    [id]
  )
}

/**
 * The signature of a post: the one named, none for null, the agent's default when nothing is said.
 * @throws NOT_FOUND for one that is unknown or another agent's
 */
export async function signatureFor(
  sql: Sql,
  {
    user_id,
    department_id,
    signature_id,
  }: { user_id: string | null; department_id: string; signature_id?: string | null }
): Promise<SignatureRow | null> {
  if (signature_id === null) {
    return null
  }
  if (signature_id !== undefined) {
    const signature = await retrieve(sql, signature_id)

    // Who writes under another's name does so on purpose, and not by a wrong id.
    if (user_id !== null && signature.user_id !== user_id) {
      throw notFound(signature_id)
    }
    return signature
  }
  return user_id
    ? defaultSignature(await listSignatures(sql, { user_id }), department_id)
    : null
}

type Columns = Required<SignatureData>

const EMPTY: Columns = {
  user_id: "",
  title: "",
  body_text: "",
  body_html: null,
  is_default: false,
  department_id: null,
}

const columnsOf = (signature: Columns): Columns => ({
  user_id: signature.user_id,
  title: signature.title,
  body_text: signature.body_text,
  body_html: signature.body_html,
  is_default: signature.is_default,
  department_id: signature.department_id,
})

async function insert(sql: Sql, signature: Columns): Promise<string> {
  const id = generateEntityId("", "crmsig")

  await insertRows(sql, "crm_signature", [{ id, ...columnsOf(signature) }])
  return id
}

async function update(sql: Sql, id: string, signature: Columns): Promise<string> {
  const columns = columnsOf(signature)

  await sql.raw(
    `update crm_signature set ${Object.keys(columns)
      .map((column) => `${column} = ?`)
      .join(", ")}, updated_at = clock_timestamp() where id = ?`,
    [...Object.values(columns), id]
  )
  return id
}

const takeDefault = (sql: Sql, { user_id, department_id }: Columns, id: string | null) =>
  sql.raw(
    `update crm_signature set is_default = false, updated_at = clock_timestamp()
     where user_id = ? and department_id is not distinct from ? and is_default
       and id is distinct from ? and deleted_at is null`,
    [user_id, department_id, id]
  )

async function retrieve(sql: Sql, id: string): Promise<SignatureRow> {
  const [signature] = await rowsOf<SignatureRow>(
    sql,
    `select ${COLUMNS} from crm_signature where id = ? and deleted_at is null for update`,
    [id]
  )
  if (!signature) {
    throw notFound(id)
  }
  return signature
}

async function assertDepartment(sql: Sql, id: string | null): Promise<void> {
  if (id === null) {
    return
  }
  const found = await rowsOf(
    sql,
    `select 1 from crm_department where id = ? and deleted_at is null for share`,
    [id]
  )
  if (!found.length) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Department ${id} was not found`)
  }
}

const notFound = (id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `Signature ${id} was not found`)
