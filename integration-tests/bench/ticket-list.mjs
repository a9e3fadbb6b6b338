import { COMMON_WORD, RARE_WORD } from "./seed-tickets.mjs"

const LIMIT = 20

/** Ours and the floor's address for the same page. */
export async function listVariants(ask, tickets) {
  const ours = (query) =>
    `/admin/crm/tickets?limit=${LIMIT}&order=-last_message_at${query}`
  const floor = (query) => `/admin/bench-floor/tickets?limit=${LIMIT}${query}`
  const deep = await ask(`${ours("")}&offset=${Math.floor(tickets / 2)}`)
  const [, key, id] = JSON.parse(Buffer.from(deep.next_cursor, "base64url").toString())

  return {
    first_page: [ours(""), floor("&variant=all")],
    status_open: [ours("&status=open"), floor("&variant=status&value=open")],
    status_unclosed: [
      ours("&status=open&status=pending&status=on_hold"),
      floor("&variant=unclosed"),
    ],
    status_closed: [ours("&status=closed"), floor("&variant=status&value=closed")],
    department: [
      ours("&department_id=crmdep_3"),
      floor("&variant=department&value=crmdep_3"),
    ],
    deep_page: [
      ours(`&cursor=${deep.next_cursor}`),
      floor(`&variant=all&key=${encodeURIComponent(key)}&id=${id}`),
    ],
    search_rare: [ours(`&q=${RARE_WORD}`), floor(`&variant=search&value=${RARE_WORD}`)],
    search_common: [
      ours(`&q=${COMMON_WORD}`),
      floor(`&variant=search&value=${COMMON_WORD}`),
    ],
  }
}
