import { useCallback, useState } from "react"
import type { SupportClient } from "../client/create-support-client"
import type { TicketPage } from "../client/types"
import { useLoaded } from "./use-loaded"

const PAGE = 10

/** The visitor's requests, newest word first, a page more at a time. */
export function useTickets(client: SupportClient) {
  const [wanted, setWanted] = useState(PAGE)
  const loaded = useLoaded(useCallback(() => upTo(client, wanted), [client, wanted]))

  return { ...loaded, showMore: () => setWanted((before) => before + PAGE) }
}

/** From the beginning each time: a request that moved up meanwhile is neither twice nor missing. */
async function upTo(client: SupportClient, limit: number): Promise<TicketPage> {
  return client.tickets.list({ limit, offset: 0 })
}
