import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query"
import type { AssignCustomer } from "../../api/admin/crm/tickets/[id]/contract"
import type {
  CreateNote,
  CreateReply,
  CreateTicket,
  LinkOrder,
  ListTickets,
  PostResponse,
  Ticket,
  TicketDeleted,
  TicketResponse,
  TicketsResponse,
  UpdateTicket,
} from "../../api/admin/crm/tickets/contract"
import { sdk } from "../lib/sdk"
import { hasStatus } from "../lib/server-error"
import { summaryQuery } from "./summary"

const PATH = "/admin/crm/tickets"
const LIVE = { staleTime: 5_000, refetchInterval: 20_000 }

const all = ["crm-desk", "tickets"] as const
const lists = [...all, "list"] as const

export const ticketQueries = {
  list: (query: Partial<ListTickets>) =>
    queryOptions({
      queryKey: [...lists, query],
      queryFn: () => sdk.client.fetch<TicketsResponse>(PATH, { query }),
      placeholderData: keepPreviousData,
      ...LIVE,
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...all, "detail", id],
      queryFn: () =>
        sdk.client.fetch<TicketResponse>(`${PATH}/${id}`, {
          query: { part: "conversation" },
        }),
      retry: (failures, error) => failures < 1 && !hasStatus(error, 404),
      ...LIVE,
    }),
}

/** A list of a few tickets beside something else: no placeholder of another customer's. */
export const latestTickets = (
  filter: Pick<ListTickets, "customer_id" | "order_id" | "customer_group_id">
) =>
  queryOptions({
    queryKey: [...lists, "latest", filter],
    queryFn: () =>
      sdk.client.fetch<TicketsResponse>(PATH, { query: { ...filter, limit: 5 } }),
    staleTime: 5_000,
  })

export function useCreateTicket() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: CreateTicketBody) =>
      sdk.client.fetch<TicketResponse>(PATH, { method: "POST", body }),
    onSuccess: ({ ticket }) => remember(client, ticket),
  })
}
/** What has a default on the server may be left out. */
export type CreateTicketBody = Partial<CreateTicket> &
  Pick<CreateTicket, "department_id" | "subject">

export const useUpdateTicket = (id: string) => useTicketPost<UpdateTicket>(id, "")
export const useReplyToTicket = (id: string) =>
  useTicketPost<CreateReply, PostResponse>(id, "/replies")
export const useAddNote = (id: string) =>
  useTicketPost<CreateNote, PostResponse>(id, "/notes")
export const useReleaseTicket = (id: string) => useTicketPost<void>(id, "/release")
/** Finds or makes a customer by the requester's address (V-49). */
export const useAssignCustomer = (id: string) =>
  useTicketPost<AssignCustomer>(id, "/customer")
export const useLinkOrder = (id: string) => useTicketPost<LinkOrder>(id, "/orders")

export function useUnlinkOrder(id: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (orderId: string) =>
      sdk.client.fetch<TicketResponse>(`${PATH}/${id}/orders/${orderId}`, {
        method: "DELETE",
      }),
    onSuccess: ({ ticket }) => remember(client, ticket),
  })
}

export function useDeleteTicket(id: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: () =>
      sdk.client.fetch<TicketDeleted>(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: () => {
      client.removeQueries({ queryKey: ticketQueries.detail(id).queryKey })
      return forgetLists(client)
    },
  })
}

function useTicketPost<
  Body extends object | void,
  Answer extends TicketResponse = TicketResponse,
>(id: string, path: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: Body) =>
      sdk.client.fetch<Answer>(`${PATH}/${id}${path}`, {
        method: "POST",
        body: body ?? {},
      }),
    onSuccess: ({ ticket }) => remember(client, ticket),
  })
}

/** Every answer carries the whole ticket: the page needs no second request. */
export function remember(client: QueryClient, ticket: Ticket): void {
  client.setQueryData(ticketQueries.detail(ticket.id).queryKey, { ticket })
  forgetLists(client)
}

/** Whatever is known of tickets may have changed. */
export const forgetTickets = (client: QueryClient): Promise<void> => {
  client.invalidateQueries({ queryKey: summaryQuery.queryKey })

  return client.invalidateQueries({ queryKey: all, refetchType: "active" })
}

function forgetLists(client: QueryClient): void {
  client.invalidateQueries({ queryKey: lists })
  client.invalidateQueries({ queryKey: summaryQuery.queryKey })
}
