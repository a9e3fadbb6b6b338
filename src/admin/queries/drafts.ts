import { queryOptions } from "@tanstack/react-query"
import type { DraftsResponse } from "../../api/admin/crm/drafts/contract"
import type {
  DraftResponse,
  SaveDraft,
} from "../../api/admin/crm/tickets/[id]/draft/contract"
import type { TicketVariablesResponse } from "../../api/admin/crm/tickets/[id]/variables/contract"
import { sdk } from "../lib/sdk"

const path = (ticketId: string) => `/admin/crm/tickets/${ticketId}/draft`

export const draftsQuery = queryOptions({
  queryKey: ["crm-desk", "drafts"],
  queryFn: () => sdk.client.fetch<DraftsResponse>("/admin/crm/drafts"),
})

export const draftQuery = (ticketId: string) =>
  queryOptions({
    queryKey: ["crm-desk", "drafts", ticketId],
    queryFn: () => sdk.client.fetch<DraftResponse>(path(ticketId)),
    retry: false,
  })

/** @param isLeaving the page goes away: the request must outlive it */
export const saveDraft = (ticketId: string, body: SaveDraft, isLeaving: boolean) =>
  sdk.client.fetch<DraftResponse>(path(ticketId), {
    method: "POST",
    body,
    // Browsers keep at most 64 kB alive; what is longer goes out as usual and mostly arrives.
    keepalive: isLeaving && JSON.stringify(body).length < 60_000,
  })

export const discardDraft = (ticketId: string) =>
  sdk.client.fetch<void>(path(ticketId), { method: "DELETE" })

export const ticketVariablesQuery = (ticketId: string, orderId?: string) =>
  queryOptions({
    // Below the ticket's own key, so that a linked order or customer is seen at once.
    queryKey: ["crm-desk", "tickets", "variables", ticketId, orderId ?? null],
    queryFn: () =>
      sdk.client.fetch<TicketVariablesResponse>(
        `/admin/crm/tickets/${ticketId}/variables`,
        { query: orderId ? { order_id: orderId } : {} }
      ),
    staleTime: 10_000,
  })
