import { rowsOf, type Sql } from "../../../sql"
import type { StatusCategory } from "../domain/ticket-status"

export type LikelyDuplicate = {
  id: string
  number: number
  subject: string
  status: { id: string; name: string; category: StatusCategory }
  requester: { name: string; email: string }
  last_message_at: Date
  /** They are about one order; else only the requester and the days are the same. */
  same_order: boolean
}

/** Days between two tickets of one requester that may be about one matter. */
const NEAR_DAYS = 14

/**
 * Open tickets that may be about the same: of the same requester and near in time, or about the same
 * order. Tickets that an agent linked are known to be two.
 */
export const likelyDuplicates = (sql: Sql, id: string): Promise<LikelyDuplicate[]> =>
  rowsOf<LikelyDuplicate>(
    sql,
    `with this as (
       select id, requester_email, created_at from crm_ticket
       where id = ? and deleted_at is null and merged_into_id is null
     ), by_order as (
       select distinct theirs.ticket_id as id
       from crm_ticket_order ours
       join crm_ticket_order theirs on theirs.order_id = ours.order_id
       where ours.ticket_id = (select id from this) and theirs.ticket_id <> ours.ticket_id
         and ours.proof <> 'suggestion' and theirs.proof <> 'suggestion'
         and ours.deleted_at is null and theirs.deleted_at is null
     ), by_requester as (
       select other.id from crm_ticket other, this
       where other.requester_email = this.requester_email and this.requester_email <> ''
         and other.created_at between this.created_at - make_interval(days => ?)
                                  and this.created_at + make_interval(days => ?)
     )
     select other.id, other.number, other.subject, other.last_message_at,
            json_build_object('id', status.id, 'name', status.name,
                              'category', status.category) as status,
            json_build_object('name', other.requester_name,
                              'email', other.requester_email) as requester,
            other.id in (select id from by_order) as same_order
     from crm_ticket other
     join crm_ticket_status status on status.id = other.status_id, this
     where other.id in (select id from by_order union select id from by_requester)
       and other.id <> this.id and other.status_category <> 'closed'
       and other.deleted_at is null and other.merged_into_id is null
       and not exists (
         select 1 from crm_ticket_relation known
         where known.deleted_at is null
           and known.ticket_id = least(other.id collate "C", this.id)
           and known.other_id = greatest(other.id collate "C", this.id)
       )
     order by same_order desc, other.last_message_at desc limit 5`,
    [id, NEAR_DAYS, NEAR_DAYS]
  )
