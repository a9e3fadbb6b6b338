import { MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import { RATING_DAYS, toneOf, type RatingScale, type RatingTone } from "../domain/rating"
import type { Actor } from "../types"
import { recordChanges } from "./ticket-events"

/** A closing that somebody is to be asked about. */
export type RatingDue = {
  closing_event_id: string
  ticket_id: string
  ticket_number: number
  subject: string
  email: string
  agent_id: string | null
  scale: RatingScale
  question: string | null
  department: string
  order_ids: string[]
}

/** A question older than this comes too late to be one: the desk was down, or just switched on. */
const MOST_HOURS_LATE = 48

/**
 * The latest change between "closed" and anything else. Only people's hands count, the agent's and the
 * customer's own: what a rule or the clock closed was no help.
 */
const LATEST_CLOSING = `
  join lateral (
    select event.id, event.actor_type, event.actor_id, event.data
    from crm_ticket_event event
    where event.ticket_id = ticket.id and event.type = 'status_changed'
      and event.data->>'from' is distinct from event.data->>'to' and event.deleted_at is null
    order by event.created_at desc, event.id desc limit 1
  ) closing on closing.data->>'to' = 'closed' and closing.actor_type in ('user', 'customer')
    and closing.data->>'skip_rating' is null`

/** What was closed without an answer was spam or a mistake. */
const IS_HELPED = `ticket.status_category = 'closed' and ticket.reply_count > 0
  and ticket.visible_to_customer and ticket.requester_email <> ''
  and ticket.deleted_at is null and ticket.merged_into_id is null`

const CLOSED_BY = `case when closing.actor_type = 'user' then closing.actor_id
  else ticket.last_agent_id end`

/** Closings whose time to be asked about has come, once each. */
export const ratingsDue = (sql: Sql, limit: number): Promise<RatingDue[]> =>
  rowsOf<RatingDue>(
    sql,
    `select closing.id as closing_event_id, ticket.id as ticket_id,
            ticket.number as ticket_number, ticket.subject,
            lower(ticket.requester_email) as email, ${CLOSED_BY} as agent_id,
            department.rating_scale as scale, department.rating_question as question,
            department.public_name as department,
            coalesce((
              select json_agg(linked.order_id order by linked.created_at)
              from crm_ticket_order linked
              where linked.ticket_id = ticket.id and linked.proof <> 'suggestion'
                and linked.deleted_at is null
            ), '[]') as order_ids
     from crm_department department
     join crm_ticket ticket on ticket.department_id = department.id
       and ticket.closed_at <=
         clock_timestamp() - make_interval(mins => department.rating_delay_minutes)
       and ticket.closed_at > clock_timestamp()
         - make_interval(mins => department.rating_delay_minutes, hours => ${MOST_HOURS_LATE})
       and ticket.closed_at >= department.rating_since
     ${LATEST_CLOSING}
     where department.rating_mode = 'after_closing' and department.deleted_at is null
       and ${IS_HELPED}
       and not exists (
         select 1 from crm_ticket_message held
         where held.ticket_id = ticket.id and held.delivery_state = 'held'
           and held.deleted_at is null)
       and not exists (
         select 1 from crm_ticket_rating rating
         where rating.closing_event_id = closing.id and rating.deleted_at is null
           and (rating.asked_at is not null or rating.answered_at is not null))
     order by ticket.closed_at limit ?`,
    [limit]
  )

/** Its id follows from the closing's, so that asking again writes nothing. */
export const ratingIdFor = (closingEventId: string) =>
  closingEventId.replace(/^tevt_/, "trat_")

export type RatingQuestion = RatingDue & {
  from_name: string
  mail: { subject: string; text: string }
}

/**
 * Asks, in the caller's transaction: the rating without an answer, and the mail that asks for one as
 * a message of the desk itself. It changes no status and makes it nobody's turn.
 * @returns how many were asked for the first time
 */
export async function askForRatings(
  sql: Sql,
  questions: RatingQuestion[]
): Promise<number> {
  const asked = await insertRows<{ closing_event_id: string }>(
    sql,
    "crm_ticket_rating",
    questions.map((question) => ({
      id: ratingIdFor(question.closing_event_id),
      ticket_id: question.ticket_id,
      closing_event_id: question.closing_event_id,
      agent_id: question.agent_id,
      email: question.email,
      scale: question.scale,
      asked_at: new Date(),
    })),
    `on conflict (closing_event_id) where deleted_at is null
     do update set asked_at = excluded.asked_at, updated_at = clock_timestamp()
     where crm_ticket_rating.asked_at is null and crm_ticket_rating.answered_at is null
     returning closing_event_id`
  )
  const isNew = new Set(asked.map(({ closing_event_id }) => closing_event_id))

  await writeMails(
    sql,
    questions.filter(({ closing_event_id }) => isNew.has(closing_event_id))
  )
  return isNew.size
}

async function writeMails(sql: Sql, questions: RatingQuestion[]): Promise<void> {
  await insertRows(
    sql,
    "crm_ticket_message",
    questions.map(({ closing_event_id, ticket_id, email, from_name, mail }) => ({
      id: closing_event_id.replace(/^tevt_/, "tmsg_"),
      ticket_id,
      kind: "system",
      from_name,
      to: [email],
      cc: [],
      bcc: [],
      subject: mail.subject,
      body_text: mail.text,
      signature_text: "",
      quoted_text: "",
      mail_references: [],
      problems: [],
      delivery_state: "waiting",
    }))
  )
  await sql.raw(
    `update crm_ticket set version = version + 1, updated_at = clock_timestamp()
     where id = any(?)`,
    [questions.map(({ ticket_id }) => ticket_id)]
  )
}

export type Rating = {
  id: string
  ticket_id: string
  ticket_number: number
  email: string
  scale: RatingScale
  question: string | null
  value: number | null
  comment: string | null
}

const RATING = `
  select rating.id, rating.ticket_id, ticket.number as ticket_number, rating.email,
         rating.scale, department.rating_question as question, rating.value, rating.comment
  from crm_ticket_rating rating
  join crm_ticket ticket on ticket.id = rating.ticket_id
  join crm_department department on department.id = ticket.department_id
  where rating.deleted_at is null and ticket.deleted_at is null`

export async function ratingById(sql: Sql, id: string): Promise<Rating | null> {
  const [rating] = await rowsOf<Rating>(sql, `${RATING} and rating.id = ?`, [id])

  return rating ?? null
}

/** The question of a ticket's latest closing, as it would be asked or was. Writes nothing. */
export async function questionOf(sql: Sql, ticketId: string): Promise<Question | null> {
  const closing = await closingToRate(sql, ticketId)

  if (!closing) {
    return null
  }
  const rating = await ratingOfClosing(sql, closing)

  return {
    ticket_number: closing.ticket_number,
    scale: rating?.scale ?? closing.scale,
    question: closing.question,
    value: rating?.value ?? null,
    comment: rating?.comment ?? null,
  }
}

export type Question = Pick<
  Rating,
  "ticket_number" | "scale" | "question" | "value" | "comment"
>

type RatedClosing = {
  closing_event_id: string
  ticket_id: string
  ticket_number: number
  agent_id: string | null
  email: string
  scale: RatingScale
  /** Null: the built-in question. */
  question: string | null
}

/**
 * What a shopper may rate on the page of her request: how an agent closed it. There need not have been
 * a question by mail, only a department that wants to know.
 */
async function closingToRate(sql: Sql, ticketId: string): Promise<RatedClosing | null> {
  const [closing] = await rowsOf<RatedClosing>(
    sql,
    `select closing.id as closing_event_id, ticket.id as ticket_id,
            ticket.number as ticket_number, ${CLOSED_BY} as agent_id, lower(ticket.requester_email) as email,
            department.rating_scale as scale, department.rating_question as question
     from crm_ticket ticket
     join crm_department department on department.id = ticket.department_id
     ${LATEST_CLOSING}
     where ticket.id = ? and ${IS_HELPED} and ticket.closed_at >= department.rating_since
       and department.rating_mode = 'after_closing'
       and ticket.closed_at > clock_timestamp() - make_interval(days => ?)`,
    [ticketId, RATING_DAYS]
  )
  return closing ?? null
}

/** The rating of a ticket's closing, asked for or not. @returns null when there is nothing to rate */
export async function ratingOfTicket(sql: Sql, ticketId: string): Promise<Rating | null> {
  const closing = await closingToRate(sql, ticketId)

  if (!closing) {
    return null
  }
  const { question: _, ticket_number: __, ...row } = closing

  await insertRows(
    sql,
    "crm_ticket_rating",
    [{ ...row, id: ratingIdFor(closing.closing_event_id) }],
    "on conflict do nothing"
  )
  return ratingOfClosing(sql, closing)
}

/** A closing that came along with a merged ticket may have been about somebody else. */
async function ratingOfClosing(
  sql: Sql,
  { closing_event_id, email }: RatedClosing
): Promise<Rating | null> {
  const rating = await ratingById(sql, ratingIdFor(closing_event_id))

  return rating?.email === email ? rating : null
}

export type RatingAnswer = { value: number; comment: string | null }

/** What an answer said, and what it changed. */
export type RatedTicket = {
  id: string
  rating_id: string
  value: number
  tone: RatingTone
  comment: string | null
  before: StoredAnswer
  event_ids: string[]
}

type StoredAnswer = {
  value: number | null
  tone: RatingTone | null
  comment: string | null
  answered_at: Date | null
}

/**
 * Keeps an answer, which may be changed as long as the question stands.
 * @returns null when it is what was answered before
 * @throws INVALID_DATA when the scale has no such value
 */
export async function answerRating(
  sql: Sql,
  rating: Pick<Rating, "id" | "ticket_id" | "scale">,
  { value, comment }: RatingAnswer
): Promise<RatedTicket | null> {
  const tone = toneOf(value, rating.scale)

  if (!tone) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `This question has no answer ${value}. Choose one of its scale`
    )
  }
  const [before] = await rowsOf<StoredAnswer>(
    sql,
    `select value, tone, comment, answered_at from crm_ticket_rating where id = ? for update`,
    [rating.id]
  )
  if (before.value === value && before.comment === comment) {
    return null
  }
  await writeAnswer(sql, rating.id, { value, tone, comment, answered_at: new Date() })
  const event_ids = await recordChanges(sql, rating.ticket_id, SHOPPER, [
    { type: "rated", data: { from: before.value, to: value, tone, scale: rating.scale } },
  ])
  return {
    id: rating.ticket_id,
    rating_id: rating.id,
    value,
    tone,
    comment,
    before,
    event_ids,
  }
}

/** Takes an answer back as if it had not been given. */
export async function withdrawAnswer(
  sql: Sql,
  { rating_id, before, event_ids }: RatedTicket
): Promise<void> {
  await writeAnswer(sql, rating_id, before)
  await sql.raw(`delete from crm_ticket_event where id = any(?)`, [event_ids])
}

const writeAnswer = (
  sql: Sql,
  id: string,
  { value, tone, comment, answered_at }: StoredAnswer
) =>
  sql.raw(
    `update crm_ticket_rating
     set value = ?, tone = ?, comment = ?, answered_at = ?, updated_at = clock_timestamp()
     where id = ?`,
    [value, tone, comment, answered_at, id] as string[]
  )

const SHOPPER: Actor = { type: "customer", id: null }
