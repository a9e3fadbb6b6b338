import type { QueryClient } from "@tanstack/react-query"
import type { TicketResponse } from "../../api/admin/crm/tickets/contract"
import { sdk } from "../lib/sdk"
import { forgetTickets, remember } from "./tickets"

/** Takes an action back and brings everything that shows tickets up to date. */
export async function undoAction(client: QueryClient, token: string): Promise<void> {
  const { ticket } = await sdk.client.fetch<TicketResponse>(`/admin/crm/undo/${token}`, {
    method: "POST",
    body: {},
  })
  await forgetTickets(client)
  remember(client, ticket)
}
