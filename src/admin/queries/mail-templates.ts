import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query"
import type {
  MailTemplate,
  MailTemplatePreviewResponse,
  MailTemplateReset,
  MailTemplateResponse,
  SaveMailTemplate,
} from "../../api/admin/crm/mail-templates/contract"
import { fetchAll } from "../lib/fetch-all"
import { sdk } from "../lib/sdk"

const PATH = "/admin/crm/mail-templates"

export const mailTemplatesQuery = queryOptions({
  queryKey: ["crm-desk", "mail-templates"],
  queryFn: () => fetchAll<MailTemplate>(PATH, "mail_templates"),
})

/** The mail as it would leave with these words. */
export const mailTemplatePreview = (key: string, words: SaveMailTemplate) =>
  queryOptions({
    queryKey: ["crm-desk", "mail-templates", key, "preview", words],
    queryFn: () =>
      sdk.client.fetch<MailTemplatePreviewResponse>(`${PATH}/${key}/preview`, {
        method: "POST",
        body: words,
      }),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Infinity,
    gcTime: 10_000,
  })

export function useSaveMailTemplate(key: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: SaveMailTemplate) =>
      sdk.client.fetch<MailTemplateResponse>(`${PATH}/${key}`, { method: "POST", body }),
    onSuccess: () =>
      client.invalidateQueries({ queryKey: mailTemplatesQuery.queryKey, exact: true }),
  })
}

export function useResetMailTemplate() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (key: string) =>
      sdk.client.fetch<MailTemplateReset>(`${PATH}/${key}`, { method: "DELETE" }),
    onSuccess: () =>
      client.invalidateQueries({ queryKey: mailTemplatesQuery.queryKey, exact: true }),
  })
}
