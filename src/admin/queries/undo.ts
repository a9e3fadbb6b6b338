import type { QueryClient } from "@tanstack/react-query"
import type { UndoResponse } from "../../api/admin/crm/tickets/contract"
import { sdk } from "../lib/sdk"
import { PEOPLE } from "./people"
import { forgetTickets, remember } from "./tickets"

/** Takes an action back and brings everything that shows tickets and people up to date. */
export async function undoAction(client: QueryClient, token: string): Promise<void> {
  const { ticket } = await sdk.client.fetch<UndoResponse>(`/admin/crm/undo/${token}`, {
    method: "POST",
    body: {},
  })
  await Promise.all([
    forgetTickets(client),
    client.invalidateQueries({ queryKey: PEOPLE }),
  ])
  if (ticket) {
    remember(client, ticket)
  }
}
