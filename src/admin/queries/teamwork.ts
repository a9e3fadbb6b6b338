import { useMutation, useQueryClient } from "@tanstack/react-query"
import type {
  FollowUpDeleted,
  FollowUpResponse,
  CreateFollowUp,
  UpdateFollowUp,
} from "../../api/admin/crm/follow-ups/contract"
import type {
  ChangeScheduledReply,
  ClaimResponse,
  InformAgents,
  PresenceResponse,
  ScheduledReplyDeleted,
  SetPrivacy,
  SnoozeResponse,
  SnoozeTicket,
  WatchTicket,
} from "../../api/admin/crm/tickets/[id]/contract"
import type {
  PostResponse,
  TicketResponse,
  UndoResponse,
} from "../../api/admin/crm/tickets/contract"
import { sdk } from "../lib/sdk"
import { remember } from "./tickets"

const CRM = "/admin/crm"

export const useClaim = (id: string) =>
  useTeamPost<void, ClaimResponse>(`/tickets/${id}/claim`)
export const useWatch = (id: string) => useTeamPost<WatchTicket>(`/tickets/${id}/watch`)
export const useInform = (id: string) =>
  useTeamPost<InformAgents>(`/tickets/${id}/inform`)
export const useSnooze = (id: string) =>
  useTeamPost<SnoozeTicket, SnoozeResponse>(`/tickets/${id}/snooze`)
export const useAddFollowUp = (id: string) =>
  useTeamPost<CreateFollowUp, FollowUpResponse>(`/tickets/${id}/follow-ups`)
export const useChangeFollowUp = (id: string) =>
  useTeamPost<UpdateFollowUp, FollowUpResponse>(`/follow-ups/${id}`)
export const useRemoveFollowUp = (id: string) =>
  useTeamDelete<FollowUpDeleted>(`/follow-ups/${id}`)
export const useSetPrivacy = (ticketId: string, messageId: string) =>
  useTeamPost<SetPrivacy, PostResponse>(
    `/tickets/${ticketId}/messages/${messageId}/privacy`
  )
export const useChangeHeldReply = (ticketId: string, messageId: string) =>
  useTeamPost<ChangeScheduledReply, PostResponse>(heldReply(ticketId, messageId))
export const useTakeBackReply = (ticketId: string, messageId: string) =>
  useTeamDelete<ScheduledReplyDeleted>(heldReply(ticketId, messageId))

const heldReply = (ticketId: string, messageId: string) =>
  `/tickets/${ticketId}/scheduled-replies/${messageId}`

/** Takes an action back by its token; a reply answers what was written. */
export function useUndoSend() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (token: string) =>
      sdk.client.fetch<UndoResponse>(`${CRM}/undo/${token}`, {
        method: "POST",
        body: {},
      }),
    onSuccess: ({ ticket }) => (ticket ? remember(client, ticket) : undefined),
  })
}

/** A sign that the page is open. Kept alive while the page closes, so that the last one arrives. */
export const sendPresence = (
  ticketId: string,
  sign: { writing?: boolean; leaving?: boolean }
) =>
  sdk.client.fetch<PresenceResponse>(`${CRM}/tickets/${ticketId}/presence`, {
    method: "POST",
    body: sign,
    keepalive: sign.leaving ?? false,
  })

function useTeamPost<
  Body extends object | void,
  Answer extends TicketResponse = TicketResponse,
>(path: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: Body) =>
      sdk.client.fetch<Answer>(`${CRM}${path}`, { method: "POST", body: body ?? {} }),
    onSuccess: ({ ticket }) => remember(client, ticket),
  })
}

function useTeamDelete<Answer extends TicketResponse>(path: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: () => sdk.client.fetch<Answer>(`${CRM}${path}`, { method: "DELETE" }),
    onSuccess: ({ ticket }) => remember(client, ticket),
  })
}
