/** Two tickets of a registered customer: one as most are, and one that went on for 300 messages. */
const PAGES = {
  ticket_page: { id: "tick_bench_page", number: 9_000_001, messages: 8, events: 12 },
  ticket_page_300: { id: "tick_bench_300", number: 9_000_002, messages: 300, events: 60 },
}

/**
 * @param {import("pg").Client} database
 * @param {{ agentId: string }} options
 * @returns {Promise<Record<string, string>>} ids of the tickets, by the name of their path
 */
export async function seedPages(database, { agentId }) {
  const ids = {}

  for (const [name, page] of Object.entries(PAGES)) {
    await writePage(database, { ...page, agentId })
    ids[name] = page.id
  }
  await database.query("vacuum analyze")
  return ids
}

async function writePage(database, page) {
  const { id, number, agentId, messages, events } = page
  const email = `${id}@example.com`
  const customer_id = `cus_${id}`

  await database.query(
    `insert into crm_ticket (
       id, number, subject, status_id, status_category, department_id, classification_id,
       requester_email, requester_name, customer_id, customer_proof, channel, created_by_type,
       created_by_id, locked_by_id, last_agent_id, awaiting, reply_count, version, last_message_at,
       created_at
     ) values ($1, $2, 'Where is my parcel?', 'crmstat_open', 'open', 'crmdep_1', 'crmcls_1', $3,
               'Mia Moon', $4, 'verified', 'email', 'customer', $4, $5, $5, 'agent', $6, $7, now(),
               now() - interval '9 days')`,
    [id, number, email, customer_id, agentId, Math.floor(messages / 2), messages]
  )
  await database.query(
    `insert into crm_ticket_message (
       id, ticket_id, kind, author_id, from_name, from_email, "to", cc, bcc, body_text, body_html,
       signature_text, quoted_text, mail_references, problems, delivery_state, created_at
     )
     select $1 || '_' || i, $1, case i % 2 when 0 then 'customer' else 'agent' end,
            case i % 2 when 1 then $3 end, 'Mia Moon', $2, '["support@shop.test"]', '[]', '[]',
            repeat('What was written about the matter at hand. ', 12),
            '<p>' || repeat('What was written about the matter at hand. ', 12) || '</p>',
            'Mia Moon', repeat('> What was written before. ', 10), '[]', '[]',
            case i % 2 when 1 then 'sent' end, now() - make_interval(mins => $4::int - i)
     from generate_series(1, $4::int) i`,
    [id, email, agentId, messages]
  )
  await database.query(
    `insert into crm_attachment (id, message_id, file_id, filename, mime_type, size, sha256)
     select 'crmatt_' || id, id, 'file_' || id, 'photo.png', 'image/png', 20000, 'x'
     from crm_ticket_message where ticket_id = $1 and kind = 'customer'`,
    [id]
  )
  await database.query(
    `insert into crm_ticket_event (id, ticket_id, type, actor_type, actor_id, data, created_at)
     select 'tevt_' || $1 || '_' || i, $1, 'status_changed', 'user', $2,
            '{"from": "open", "to": "pending", "status": "Pending"}',
            now() - make_interval(mins => $3::int - i)
     from generate_series(1, $3::int) i`,
    [id, agentId, events]
  )
  await database.query(
    `insert into crm_ticket_participant (id, ticket_id, email, name, role)
     values ('tpar_' || $1, $1, $2, 'Mia Moon', 'requester')`,
    [id, email]
  )
  await database.query(
    `insert into crm_ticket_order (id, ticket_id, order_id, display_id, proof)
     values ('tord_' || $1, $1, 'order_' || $1, '1001', 'verified_email')`,
    [id]
  )
}
