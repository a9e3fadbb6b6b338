import { rowsOf, type Sql } from "../../../sql"
import type { AlertKind } from "../domain/mail-alert"
import type { LedgerTotals, OutboxTotals } from "../domain/mail-totals"
import type { MailObservationDTO } from "../types"

export type MailHealthFacts = {
  /** Milliseconds by which this process's clock is ahead of the database's. */
  clock_offset_ms: number
  /** By account, those that were removed included. */
  ledger: Map<string, LedgerTotals>
  outbox: Map<string, OutboxTotals>
  observations: Map<string, MailObservationDTO>
  /** What agents are being told of, by account. */
  alerts: Map<string, AlertKind[]>
  /** Accounts that some instance is polling right now. */
  polled_now: Set<string>
}

/** One query for each fact, over all accounts. */
export async function mailHealthFacts(sql: Sql): Promise<MailHealthFacts> {
  const [clock_offset_ms, ledger, outbox, observations, alerts, leases] =
    await Promise.all([
      clockOffset(sql),
      ledgerTotals(sql),
      outboxTotals(sql),
      rowsOf<MailObservationDTO>(
        sql,
        `select * from crm_mail_observation where deleted_at is null`
      ),
      rowsOf<{ account_id: string; kinds: AlertKind[] }>(
        sql,
        `select account_id, array_agg(kind) as kinds from crm_mail_alert
       where ended_at is null and deleted_at is null group by account_id`
      ),
      rowsOf<{ account_id: string }>(
        sql,
        `select account_id from crm_mail_lease where expires_at > clock_timestamp()`
      ),
    ])

  return {
    clock_offset_ms,
    ledger,
    outbox,
    observations: new Map(observations.map((row) => [row.account_id, row])),
    alerts: new Map(alerts.map(({ account_id, kinds }) => [account_id, kinds])),
    polled_now: new Set(leases.map(({ account_id }) => account_id)),
  }
}

/** The database answered somewhere between our two looks at the clock: the middle is nearest. */
async function clockOffset(sql: Sql): Promise<number> {
  const before = Date.now()
  const [{ at }] = await rowsOf<{ at: Date }>(sql, `select clock_timestamp() as at`)

  return Math.round((before + Date.now()) / 2 - at.getTime())
}

async function ledgerTotals(sql: Sql) {
  const rows = await rowsOf<LedgerTotals & { account_id: string }>(
    sql,
    `select account_id, count(*)::int as total,
            count(*) filter (where state = 'stored')::int as stored,
            count(*) filter (where state = 'ticketed')::int as ticketed,
            count(*) filter (where state = 'ignored')::int as ignored,
            count(*) filter (where state = 'quarantined')::int as quarantined
     from crm_inbound_mail where deleted_at is null group by account_id`
  )
  return new Map(rows.map(({ account_id, ...totals }) => [account_id, totals]))
}

async function outboxTotals(sql: Sql) {
  const rows = await rowsOf<OutboxTotals & { account_id: string }>(
    sql,
    `select account_id,
            count(*) filter (where state = 'held')::int as held,
            count(*) filter (where state = 'queued')::int as queued,
            count(*) filter (where state = 'sending')::int as sending,
            count(*) filter (where state = 'failed')::int as failed,
            count(*) filter (where state = 'dead')::int as dead
     from crm_outbound_mail
     where state in ('held', 'queued', 'sending', 'failed', 'dead') and deleted_at is null
     group by account_id`
  )
  return new Map(rows.map(({ account_id, ...totals }) => [account_id, totals]))
}
