import { rowsOf, type Sql } from "../../../sql"
import { withBounce, type Bounce } from "../domain/reported-failures"
import type { RecipientState } from "../types"
import { recordFailures } from "./suppress-addresses"
import { toStoredJson } from "../../../stored-json"

/** A bounce, and what asked for the mail it is about. */
export type BouncedMail = Bounce & { reference: string; reference_id: string }

/**
 * Shows bounces on the mails of the outbox they are about, and counts them against the addresses, in
 * the caller's transaction. One that was recorded before changes nothing.
 * @returns how many were about a mail of the outbox
 */
export async function recordBounces(sql: Sql, bounces: BouncedMail[]): Promise<number> {
  let known = 0

  for (const bounce of bounces) {
    const [mail] = await rowsOf<{ id: string; recipients: RecipientState[] }>(
      sql,
      `select id, recipients from crm_outbound_mail
       where reference = ? and reference_id = ? and deleted_at is null for update`,
      [bounce.reference, bounce.reference_id]
    )
    if (!mail) {
      continue
    }
    const { recipients, failed } = withBounce(mail.recipients, bounce)

    known += 1
    await sql.raw(
      `update crm_outbound_mail
       set recipients = ?::jsonb, reported = false, updated_at = clock_timestamp()
       where id = ? and recipients <> ?::jsonb`,
      [toStoredJson(recipients), mail.id, toStoredJson(recipients)]
    )
    await recordFailures(
      sql,
      failed.map((failure) => ({
        ...failure,
        inbound_mail_id: bounce.inbound_mail_id,
        outbound_mail_id: mail.id,
      }))
    )
  }
  return known
}
