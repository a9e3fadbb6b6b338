import { rowsOf, type Sql } from "../../../sql"
import type { RatingScale, RatingTone } from "../domain/rating"

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

export type TicketRating = {
  id: string
  scale: RatingScale
  value: number | null
  tone: RatingTone | null
  comment: string | null
  agent_id: string | null
  asked_at: Date | null
  answered_at: Date | null
}

/** How it was, every time the ticket was closed, newest first. */
export const ratingsOf = (sql: Sql, ticketId: string): Promise<TicketRating[]> =>
  rowsOf<TicketRating>(
    sql,
    `select id, scale, value, tone, comment, agent_id, asked_at, answered_at
     from crm_ticket_rating
     where ticket_id = ? and deleted_at is null
       and (asked_at is not null or answered_at is not null)
     order by created_at desc, id desc`,
    [ticketId]
  )
