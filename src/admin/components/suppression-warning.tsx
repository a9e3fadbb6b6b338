import { Alert, Button, Text, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { useAfterPaint } from "./use-after-paint"
import type { SuppressedAddress } from "../../api/admin/crm/suppressed-addresses/contract"
import { looksLikeAddress } from "../lib/addresses"
import { calendarDay } from "../lib/relative-time"
import { messageOf } from "../lib/server-error"
import { suppressedAmong, useLiftSuppression } from "../queries/suppressed-addresses"

/** Mail to these addresses came back before: an agent may send all the same, and should know. */
export const SuppressionWarning = ({ addresses }: { addresses: string[] }) => {
  const asked = [...new Set(addresses.filter(looksLikeAddress))].sort()
  const { data } = useQuery({ ...suppressedAmong(asked), enabled: useAfterPaint() })

  return data?.suppressed_addresses.length ? (
    <Alert variant="warning" role="status" data-testid="suppression-warning">
      <ul className="flex flex-col gap-y-4">
        {data.suppressed_addresses.map((suppressed) => (
          <li key={suppressed.id}>
            <Suppressed suppressed={suppressed} />
          </li>
        ))}
      </ul>
    </Alert>
  ) : null
}

const Suppressed = ({ suppressed }: { suppressed: SuppressedAddress }) => {
  const { t, i18n } = useTranslation("crmDesk")
  const { mutate, isPending } = useLiftSuppression()
  const { id, address, response, last_seen_at, permanent } = suppressed

  return (
    <div className="flex flex-col items-start gap-y-1 [overflow-wrap:anywhere]">
      <Text size="small" weight="plus">
        {t("suppression.cameBack", {
          address,
          date: calendarDay(last_seen_at, i18n.language),
        })}
      </Text>
      {response && <Text size="small">{response}</Text>}
      <Text size="small" className="text-ui-fg-subtle">
        {permanent ? t("suppression.permanent") : t("suppression.temporary")}
      </Text>
      <Button
        size="small"
        type="button"
        variant="secondary"
        isLoading={isPending}
        onClick={() =>
          mutate(id, {
            onSuccess: () => toast.success(t("suppression.lifted", { address })),
            onError: (error) => toast.error(messageOf(error)),
          })
        }
      >
        {t("suppression.lift")}
      </Button>
    </div>
  )
}
