import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import { contentIdOf, inlineImagesIn } from "../domain/inline-images"
import type { SavedReplyScope } from "../domain/saved-reply"
import { toStoredJson } from "../../../stored-json"

export type SavedReplyRow = {
  id: string
  title: string
  scope: SavedReplyScope
  user_id: string | null
  team_id: string | null
  department_id: string | null
  body_text: string
  body_html: string | null
  attachments: SavedFile[]
  created_at: Date
  updated_at: Date
}

export type SavedFile = {
  id: string
  file_id: string
  filename: string
  mime_type: string
  size: number
  content_id: string | null
  inline: boolean
}

export type SavedReplyData = Partial<
  Pick<
    SavedReplyRow,
    "title" | "scope" | "team_id" | "department_id" | "body_text" | "body_html"
  > & { attachment_ids: string[] }
>

/** Who asks: null is an API key, which sees everything but what is personal. */
type Reader = string | null

export type SavedReplyQuery = {
  reader: Reader
  id?: string
  /** Words that are all in the title or the text. */
  q?: string
  /** Only what is offered on tickets of this department. */
  department_id?: string
  limit: number
  offset: number
}

const SELECT = `
  select reply.id, reply.title, reply.scope, reply.user_id, reply.team_id, reply.department_id,
         reply.body_text, reply.body_html, reply.created_at, reply.updated_at,
         coalesce((
           select json_agg(json_build_object('id', file.id, 'file_id', file.file_id,
             'filename', file.filename, 'mime_type', file.mime_type, 'size', file.size,
             'content_id', file.content_id, 'inline', file.inline) order by file.position)
           from crm_attachment file
           where file.saved_reply_id = reply.id and file.deleted_at is null
         ), '[]') as attachments,
         (count(*) over ())::int as total
  from crm_saved_reply reply`

/** One's own, one's teams', the departments' and everyone's, by title. */
export async function listSavedReplies(
  sql: Sql,
  { reader, id, q = "", department_id, limit, offset }: SavedReplyQuery
): Promise<{ saved_replies: SavedReplyRow[]; count: number }> {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 10)
  const rows = await rowsOf<SavedReplyRow & { total: number }>(
    sql,
    `${SELECT}
     where reply.deleted_at is null
       and (?::text is null or reply.id = ?)
       and (
         reply.scope in ('everyone', 'department')
         or reply.user_id = ?
         or (reply.scope = 'team' and (?::text is null or exists (
           select 1 from crm_agent_team member
           join crm_agent agent on agent.id = member.crm_agent_id
           where member.crm_team_id = reply.team_id and agent.user_id = ?
             and agent.deleted_at is null
         )))
       )
       and (?::text is null or reply.scope <> 'department' or reply.department_id = ?)
       ${words.map(() => "and (reply.title || ' ' || reply.body_text) ilike ?").join(" ")}
     order by ${words.length ? "(reply.title ilike ?) desc," : ""} lower(reply.title), reply.id
     limit ? offset ?`,
    [
      id ?? null,
      id ?? null,
      reader,
      reader,
      reader,
      department_id ?? null,
      department_id ?? null,
      ...words.map(containing),
      // What is called so comes before what only says so.
      ...(words.length ? [containing(words[0])] : []),
      limit,
      offset,
    ]
  )
  return {
    saved_replies: rows.map(({ total: _, ...reply }) => reply),
    count: rows[0]?.total ?? 0,
  }
}

/** @throws NOT_FOUND, for another agent's personal one as for one that never was */
export async function savedReply(
  sql: Sql,
  id: string,
  reader: Reader
): Promise<SavedReplyRow> {
  const {
    saved_replies: [reply],
  } = await listSavedReplies(sql, { reader, id, limit: 1, offset: 0 })

  if (!reply) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Saved reply ${id} was not found`)
  }
  return reply
}

/**
 * Creates with null, changes with an id.
 * @returns the id
 * @throws INVALID_DATA when a scope does not say whose, NOT_FOUND for whom there is not
 */
export async function saveSavedReply(
  sql: Sql,
  id: string | null,
  { attachment_ids, ...data }: SavedReplyData,
  reader: Reader
): Promise<string> {
  const before = id ? await savedReply(sql, id, reader) : null
  const columns = columnsOf({ ...EMPTY, user_id: reader, ...before, ...data })

  await assertScope(sql, columns)
  const savedId = before
    ? await update(sql, before.id, columns)
    : await insert(sql, columns)

  if (attachment_ids || data.body_html !== undefined) {
    await keepFiles(
      sql,
      savedId,
      [
        ...(attachment_ids ??
          (before?.attachments ?? [])
            .filter(({ inline }) => !inline)
            .map((file) => file.id)),
        ...inlineImagesIn(columns.body_html ?? ""),
      ],
      columns.body_html
    )
  }
  return savedId
}

/** @throws NOT_FOUND */
export async function deleteSavedReply(sql: Sql, id: string, reader: Reader) {
  await savedReply(sql, id, reader)
  await sql.raw(`update crm_saved_reply set deleted_at = now() where id = ?`, [id])
}

export async function restoreSavedReply(sql: Sql, id: string): Promise<void> {
  await sql.raw(`update crm_saved_reply set deleted_at = null where id = ?`, [id])
}

type Columns = Pick<
  SavedReplyRow,
  "title" | "scope" | "user_id" | "team_id" | "department_id" | "body_text" | "body_html"
>

const EMPTY: Columns = {
  title: "",
  scope: "personal",
  user_id: null,
  team_id: null,
  department_id: null,
  body_text: "",
  body_html: null,
}

const columnsOf = (reply: Columns): Columns => ({
  title: reply.title,
  scope: reply.scope,
  user_id: reply.user_id,
  // A scope that was left leaves nothing behind that would come back with it.
  team_id: reply.scope === "team" ? reply.team_id : null,
  department_id: reply.scope === "department" ? reply.department_id : null,
  body_text: reply.body_text,
  body_html: reply.body_html,
})

async function assertScope(
  sql: Sql,
  { scope, user_id, team_id, department_id }: Columns
) {
  if (scope === "personal" && !user_id) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "A personal saved reply is an agent's own: log in as one, or choose another scope"
    )
  }
  if (scope === "team") {
    await assertThere(sql, "team", team_id)
  }
  if (scope === "department") {
    await assertThere(sql, "department", department_id)
  }
}

async function assertThere(sql: Sql, kind: "team" | "department", id: string | null) {
  if (!id) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Say which ${kind} shares it: ${kind}_id`
    )
  }
  const found = await rowsOf(
    sql,
    `select 1 from crm_${kind} where id = ? and deleted_at is null for share`,
    [id]
  )
  if (!found.length) {
    const name = kind === "team" ? "Team" : "Department"
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `${name} ${id} was not found`)
  }
}

async function insert(sql: Sql, columns: Columns): Promise<string> {
  const id = generateEntityId("", "crmsav")

  await insertRows(sql, "crm_saved_reply", [{ id, ...columns }])
  return id
}

async function update(sql: Sql, id: string, columns: Columns): Promise<string> {
  await sql.raw(
    `update crm_saved_reply set ${Object.keys(columns)
      .map((column) => `${column} = ?`)
      .join(", ")}, updated_at = clock_timestamp() where id = ?`,
    [...Object.values(columns), id] as string[]
  )
  return id
}

/** Its files are exactly these. Files it no longer has are swept like any unused upload. */
async function keepFiles(sql: Sql, replyId: string, ids: string[], html: string | null) {
  const wanted = [...new Set(ids)]
  const shown = new Set(inlineImagesIn(html ?? ""))

  await sql.raw(
    `update crm_attachment set saved_reply_id = null
     where saved_reply_id = ? and not (id = any(?))`,
    [replyId, wanted] as string[]
  )
  const kept = await rowsOf(
    sql,
    `update crm_attachment attachment
     set saved_reply_id = ?, position = wanted.position, inline = wanted.content_id is not null,
         content_id = coalesce(wanted.content_id, attachment.content_id)
     from json_to_recordset(?::json) as wanted (id text, position int, content_id text)
     where attachment.id = wanted.id and attachment.message_id is null
       and (attachment.saved_reply_id is null or attachment.saved_reply_id = ?)
       and attachment.deleted_at is null
     returning attachment.id`,
    [
      replyId,
      toStoredJson(
        wanted.map((id, position) => ({
          id,
          position,
          content_id: shown.has(id) ? contentIdOf(id) : null,
        }))
      ),
      replyId,
    ]
  )
  if (kept.length !== wanted.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "An attachment was not found: it may have expired. Upload it again"
    )
  }
}

const containing = (word: string) => `%${word.replace(/[\\%_]/g, "\\$&")}%`
