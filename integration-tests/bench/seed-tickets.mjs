/** Fills a migrated database with tickets, straight into the tables: by the API it would take hours. */

const WORDS =
  "parcel invoice refund delivery size colour broken late order return exchange label address payment card voucher missing wrong box damaged courier tracking warehouse stock shirt jacket boots lamp table chair cable battery manual warranty repair spare part colourful gift wrapping express standard pickup store receipt tax company account password login newsletter discount season summer winter blue green red black white small medium large".split(
    " "
  )
/** Found in one ticket of a thousand, and in one of fifty. */
export const RARE_WORD = "zanzibar"
export const COMMON_WORD = "lighthouse"

/**
 * @param {import("pg").Client} database
 * @param {{ tickets: number, agentId: string }} options
 */
export async function seedTickets(database, { tickets, agentId }) {
  await database.query("select setseed(0.42)")
  await database.query(
    `insert into crm_department (id, private_name, public_name)
     select 'crmdep_' || i, 'Department ' || i, 'Department ' || i from generate_series(1, 8) i`
  )
  await database.query(
    `insert into crm_classification (id, name)
     select 'crmcls_' || i, 'Matter ' || i from generate_series(1, 12) i`
  )
  // Most tickets of a desk are closed; the rest is what agents look at.
  await database.query(
    `insert into crm_ticket (
       id, number, subject, status_id, status_category, department_id, classification_id,
       requester_email, requester_name, channel, created_by_type, locked_by_id, last_agent_id,
       awaiting, reply_count, version, last_message_at, created_at, closed_at
     )
     select 'tick_' || lpad(i::text, 9, '0'), 1000000 + i,
            'Question ' || i || ' about my ' || (array['parcel', 'invoice', 'refund'])[1 + i % 3],
            'crmstat_' || category, category, 'crmdep_' || (1 + i % 8),
            case when i % 3 > 0 then 'crmcls_' || (1 + i % 12) end,
            'customer' || (i % 30000) || '@example.com', 'Customer ' || (i % 30000),
            'email', 'guest',
            case when category = 'open' and i % 10 = 0 then $2 end,
            case when i % 4 = 0 then $2 end,
            case when category = 'open' then 'agent' else 'customer' end,
            i % 5, 1 + i % 5, moment, moment - interval '2 days',
            case when category = 'closed' then moment end
     from generate_series(1, $1::int) i
     cross join lateral (
       select case when i % 20 = 0 then 'open' when i % 20 = 1 then 'pending'
                   when i % 50 = 2 then 'on_hold' else 'closed' end as category,
              now() - make_interval(secs => (random() * 63072000)::int) as moment
     ) drawn`,
    [tickets, agentId]
  )
  await database.query(
    `insert into crm_ticket_message (
       id, ticket_id, kind, from_name, from_email, "to", cc, bcc, body_text, signature_text,
       quoted_text, mail_references, problems, created_at
     )
     select 'tmsg_' || lpad((number * 2 + copy)::text, 12, '0'), id,
            case copy when 0 then 'customer' else 'agent' end, requester_name, requester_email,
            '[]', '[]', '[]', repeat('What was written about the matter at hand. ', 12), '', '',
            '[]', '[]', created_at
     from crm_ticket, generate_series(0, 1) copy`
  )
  await database.query(
    `insert into crm_ticket_participant (id, ticket_id, email, name, role)
     select 'tpar_' || number, id, requester_email, requester_name, 'requester' from crm_ticket`
  )
  await database.query(
    `insert into crm_ticket_order (id, ticket_id, order_id, display_id, proof)
     select 'tord_' || number, id, 'order_' || (number % 20000), (number % 20000)::text, 'agent'
     from crm_ticket where number % 5 = 0`
  )
  await database.query(
    `insert into crm_ticket_search (ticket_id, document, octets)
     select id, strip(to_tsvector('simple', concat_ws(' ', number, subject, requester_name,
              requester_email,
              case when number % 1000 = 0 then $2 end, case when number % 50 = 0 then $3 end,
              drawn.words))), 300
     from crm_ticket
     cross join lateral (
       -- Looks at the ticket, or every ticket would get the same words.
       select string_agg(($1::text[])[1 + floor(random() * $4)::int], ' ') as words
       from generate_series(1, 30 + 0 * number)
     ) drawn`,
    [WORDS, RARE_WORD, COMMON_WORD, WORDS.length]
  )
  await database.query("vacuum analyze")
}
