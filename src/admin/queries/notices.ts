import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type {
  NoticeSettingsResponse,
  NoticesReadResponse,
  NoticesResponse,
  ReadNotices,
  UpdateNoticeSettings,
} from "../../api/admin/crm/notices/contract"
import { sdk } from "../lib/sdk"
import { hasStatus } from "../lib/server-error"

const PATH = "/admin/crm/notices"
const SHOWN = 15

/** The latest, read or not. Null while the desk is switched off: it answers nothing then (D-01). */
export const noticesQuery = queryOptions({
  queryKey: ["crm-desk", "notices"],
  queryFn: async (): Promise<NoticesResponse | null> => {
    try {
      return await sdk.client.fetch<NoticesResponse>(PATH, { query: { limit: SHOWN } })
    } catch (error) {
      if (hasStatus(error, 404)) {
        return null
      }
      throw error
    }
  },
  staleTime: 15_000,
  refetchInterval: 30_000,
})

export const noticeSettingsQuery = queryOptions({
  queryKey: ["crm-desk", "notice-settings"],
  queryFn: () => sdk.client.fetch<NoticeSettingsResponse>(`${PATH}/settings`),
  staleTime: 300_000,
})

export function useReadNotices() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: ReadNotices) =>
      sdk.client.fetch<NoticesReadResponse>(`${PATH}/read`, { method: "POST", body }),
    onSuccess: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  })
}

export function useNoticeSettings() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: UpdateNoticeSettings) =>
      sdk.client.fetch<NoticeSettingsResponse>(`${PATH}/settings`, {
        method: "POST",
        body,
      }),
    onSuccess: (answer) => client.setQueryData(noticeSettingsQuery.queryKey, answer),
  })
}
