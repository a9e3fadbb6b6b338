import { rowsOf, type Sql } from "../../../sql"

export type RatingSummary = {
  /** Questions and answers of the last thirty days. */
  asked: number
  answered: number
  good: number
  neutral: number
  bad: number
}

export const RATING_SUMMARY_DAYS = 30

export async function ratingSummary(sql: Sql): Promise<RatingSummary> {
  const [summary] = await rowsOf<RatingSummary>(
    sql,
    `select
       (select count(*)::int from crm_ticket_rating
        where asked_at > clock_timestamp() - make_interval(days => ?) and deleted_at is null
       ) as asked,
       count(*)::int as answered,
       (count(*) filter (where tone = 'good'))::int as good,
       (count(*) filter (where tone = 'neutral'))::int as neutral,
       (count(*) filter (where tone = 'bad'))::int as bad
     from crm_ticket_rating
     where answered_at > clock_timestamp() - make_interval(days => ?) and deleted_at is null`,
    [RATING_SUMMARY_DAYS, RATING_SUMMARY_DAYS]
  )
  return summary
}
