import {
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query"
import type {
  CustomerNoteDeleted,
  CustomerNoteResponse,
} from "../../api/admin/crm/customer-notes/contract"
import type {
  AddPersonAddress,
  PersonAddressDeleted,
  PersonAddressResponse,
} from "../../api/admin/crm/people/addresses/contract"
import type {
  FindPerson,
  PersonErasedResponse,
  PersonResponse,
} from "../../api/admin/crm/people/contract"
import type { SharedAddressResponse } from "../../api/admin/crm/shared-addresses/contract"
import { sdk } from "../lib/sdk"

export const PEOPLE = ["crm-desk", "people"] as const
const NOTES = "/admin/crm/customer-notes"

export const personQuery = (who: FindPerson) =>
  queryOptions({
    queryKey: [...PEOPLE, who],
    queryFn: () =>
      sdk.client.fetch<PersonResponse>("/admin/crm/people", { query: { ...who } }),
    staleTime: 15_000,
  })

/** Not waited for: the line that was taken away would never hear that it is done. */
const forget = (client: QueryClient) => () => {
  void client.invalidateQueries({ queryKey: PEOPLE })
}

/** A note is about the customer where there is one, and else about the address. */
export function useSaveNote(who: FindPerson) {
  const client = useQueryClient()
  const { customer_id, email } = who

  return useMutation({
    mutationFn: ({ id, body_text }: { id: string | null; body_text: string }) =>
      sdk.client.fetch<CustomerNoteResponse>(id ? `${NOTES}/${id}` : NOTES, {
        method: "POST",
        body: id
          ? { body_text }
          : { body_text, ...(customer_id ? { customer_id } : { email }) },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: PEOPLE }),
  })
}

export function useDeleteNote() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch<CustomerNoteDeleted>(`${NOTES}/${id}`, { method: "DELETE" }),
    onSuccess: forget(client),
  })
}

const ADDRESSES = "/admin/crm/people/addresses"

export function useAddAddress() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: AddPersonAddress) =>
      sdk.client.fetch<PersonAddressResponse>(ADDRESSES, { method: "POST", body }),
    onSuccess: () => client.invalidateQueries({ queryKey: PEOPLE }),
  })
}

export function useRemoveAddress() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch<PersonAddressDeleted>(`${ADDRESSES}/${id}`, { method: "DELETE" }),
    onSuccess: forget(client),
  })
}

export const personDataPath = (email: string) =>
  `/admin/crm/people/export?email=${encodeURIComponent(email)}`

/** Nothing that is on the screen need be true any more. */
export function useErasePerson() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (email: string) =>
      sdk.client.fetch<PersonErasedResponse>("/admin/crm/people/erase", {
        method: "POST",
        body: { email },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["crm-desk"] }),
  })
}

export function useMarkShared() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: { email: string; is_shared: boolean }) =>
      sdk.client.fetch<SharedAddressResponse>("/admin/crm/shared-addresses", {
        method: "POST",
        body,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: PEOPLE }),
  })
}
