import { rowsOf, type Sql } from "../../../sql"
import type { OutboundState } from "../domain/outbound-state"
import type { OutboundMailDTO } from "../types"

export type OutboundListQuery = {
  state?: OutboundState[]
  account_id?: string
  thread_id?: string
  /** Words of the subject, or of a recipient's address. */
  q?: string
  limit: number
  offset: number
}

/** The outbox, newest first. */
export async function listOutboundMails(
  sql: Sql,
  { limit, offset, ...filters }: OutboundListQuery
): Promise<{ mails: OutboundMailDTO[]; count: number }> {
  const { where, bindings } = conditionsOf(filters)
  const [mails, [{ count }]] = await Promise.all([
    rowsOf<OutboundMailDTO>(
      sql,
      `select * from crm_outbound_mail mail where ${where} order by id desc limit ? offset ?`,
      [...bindings, limit, offset]
    ),
    rowsOf<{ count: number }>(
      sql,
      `select count(*)::int as count from crm_outbound_mail mail where ${where}`,
      bindings
    ),
  ])
  return { mails, count }
}

function conditionsOf({
  state,
  account_id,
  thread_id,
  q,
}: Omit<OutboundListQuery, "limit" | "offset">) {
  const words = q && `%${q.replace(/[\\%_]/g, "\\$&")}%`
  const conditions: Condition[] = [{ sql: "mail.deleted_at is null", bindings: [] }]
  const narrow = (sql: string, ...bindings: unknown[]) =>
    conditions.push({ sql, bindings })

  if (state) narrow("mail.state = any(?)", state)
  if (account_id) narrow("mail.account_id = ?", account_id)
  if (thread_id) narrow("mail.thread_id = ?", thread_id)
  if (words) {
    narrow(
      `(mail.subject ilike ? or exists (
         select 1 from jsonb_array_elements(mail.recipients) recipient
         where recipient->>'address' ilike ?
       ))`,
      words,
      words
    )
  }
  return {
    where: conditions.map(({ sql }) => sql).join(" and "),
    bindings: conditions.flatMap(({ bindings }) => bindings),
  }
}

type Condition = { sql: string; bindings: unknown[] }
