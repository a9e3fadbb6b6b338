import {
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query"
import type { TicketResponse } from "../../api/admin/crm/tickets/contract"
import type {
  BatchResponse,
  BatchTickets,
  DuplicatesResponse,
  MergedResponse,
  SplitResponse,
  SplitTicket,
} from "../../api/admin/crm/tickets/contract-several"
import { sdk } from "../lib/sdk"
import { forgetTickets, remember } from "./tickets"

const PATH = "/admin/crm/tickets"

const send = <Answer>(path: string, body: object, method = "POST") =>
  sdk.client.fetch<Answer>(`${PATH}${path}`, {
    method,
    ...(method === "POST" ? { body } : {}),
  })

/** Tickets that may be about the same as this one. */
export const duplicatesQuery = (id: string) =>
  queryOptions({
    queryKey: ["crm-desk", "tickets", "duplicates", id],
    queryFn: () => sdk.client.fetch<DuplicatesResponse>(`${PATH}/${id}/duplicates`),
    staleTime: 60_000,
  })

/**
 * Several tickets changed at once: whatever shows one of them asks again. Nobody waits for that: the
 * part of the page that asked is often gone then, and would never hear that it is done.
 */
const afterSeveral = (client: QueryClient) => (answer: TicketResponse) => {
  void forgetTickets(client)
  remember(client, answer.ticket)
}

export function useMergeTickets(id: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (ticket_ids: string[]) =>
      send<MergedResponse>(`/${id}/merge`, { ticket_ids }),
    onSuccess: afterSeveral(client),
  })
}

export function useUnmergeTicket(id: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (ticket_id: string) =>
      send<TicketResponse>(`/${id}/unmerge`, { ticket_id }),
    onSuccess: afterSeveral(client),
  })
}

export function useSplitTicket(id: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: SplitTicket) => send<SplitResponse>(`/${id}/split`, body),
    onSuccess: afterSeveral(client),
  })
}

export function useRelateTicket(id: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (ticket_id: string) =>
      send<TicketResponse>(`/${id}/relations`, { ticket_id }),
    onSuccess: afterSeveral(client),
  })
}

type LinkedTicket = {
  /** The ticket that is linked; without one the note is this ticket's own. */
  otherId: string | null
  note: { body_text: string; attachment_ids: string[] } | null
}

/** Links a ticket and writes a note there. The link first: made twice it is still one, a note is not. */
export function useLinkTicket(id: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: async ({ otherId, note }: LinkedTicket) => {
      if (otherId) {
        await send<TicketResponse>(`/${id}/relations`, { ticket_id: otherId })
      }
      if (note) {
        await send<TicketResponse>(`/${otherId ?? id}/notes`, note)
      }
    },
    onSuccess: () => forgetTickets(client),
  })
}

export function useUnrelateTicket(id: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (ticketId: string) =>
      send<TicketResponse>(`/${id}/relations/${ticketId}`, {}, "DELETE"),
    onSuccess: afterSeveral(client),
  })
}

export function useBatchTickets() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: BatchTickets) => send<BatchResponse>("/batch", body),
    onSuccess: () => forgetTickets(client),
  })
}
