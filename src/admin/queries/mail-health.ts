import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { MailAlertsResponse } from "../../api/admin/crm/mail-alerts/contract"
import type {
  MailHealth,
  MailHealthResponse,
  TestMailResponse,
} from "../../api/admin/crm/mail-health/contract"
import { sdk } from "../lib/sdk"
import { hasStatus } from "../lib/server-error"

const CALM_MS = 15_000
const WHILE_READING_MS = 3_000
const ALERTS_EVERY_MS = 20_000

export const mailHealthQuery = queryOptions({
  queryKey: ["crm-desk", "mail-health"],
  queryFn: async () =>
    (await sdk.client.fetch<MailHealthResponse>("/admin/crm/mail-health")).mail_health,
  refetchInterval: ({ state: { data } }) =>
    isReading(data) ? WHILE_READING_MS : CALM_MS,
})

/** A backlog is being read: worth to be watched. */
const isReading = (health: MailHealth | undefined) =>
  health?.accounts.some(
    ({ is_polled_now, mail_account }) => is_polled_now && mail_account.backlog > 0
  )

/** Asked for on every page of the admin. */
export const mailAlertsQuery = queryOptions({
  queryKey: ["crm-desk", "mail-alerts"],
  queryFn: async () => {
    try {
      const answer = await sdk.client.fetch<MailAlertsResponse>("/admin/crm/mail-alerts")
      return answer.mail_alerts
    } catch (error) {
      // A desk that is switched off answers nothing at all (D-01).
      if (hasStatus(error, 404)) {
        return []
      }
      throw error
    }
  },
  staleTime: ALERTS_EVERY_MS / 2,
  refetchInterval: ALERTS_EVERY_MS,
})

export function useDismissAlert() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch(`/admin/crm/mail-alerts/${id}/dismiss`, {
        method: "POST",
        body: {},
      }),
    onSettled: () => client.invalidateQueries({ queryKey: mailAlertsQuery.queryKey }),
  })
}

export function useSendTestMail() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (accountId: string) =>
      sdk.client.fetch<TestMailResponse>(
        `/admin/crm/mail-accounts/${accountId}/test-mail`,
        { method: "POST", body: {} }
      ),
    onSettled: () => client.invalidateQueries({ queryKey: mailHealthQuery.queryKey }),
  })
}
