import { Button, createDataTableColumnHelper, toast } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { SuppressedAddress } from "../../../../../api/admin/crm/suppressed-addresses/contract"
import { Moment } from "../../../../components/moment"
import { inboundPath } from "../../../../lib/mail-links"
import { messageOf } from "../../../../lib/server-error"
import type { Translate } from "../../../../lib/statuses"
import { useLiftSuppression } from "../../../../queries/suppressed-addresses"

const column = createDataTableColumnHelper<SuppressedAddress>()

export function useSuppressedColumns() {
  const { t } = useTranslation("crmDesk")
  return useMemo(() => suppressedColumns(t), [t])
}

const suppressedColumns = (t: Translate) => [
  column.accessor("address", { header: t("mailAccounts.address"), maxSize: 280 }),
  column.accessor("reason", {
    header: t("suppressed.why"),
    maxSize: 400,
    truncateTooltip: false,
    cell: ({ row: { original } }) => <Why suppressed={original} t={t} />,
  }),
  column.accessor("last_seen_at", {
    header: t("suppressed.lastTime"),
    truncateTooltip: false,
    cell: ({ row: { original } }) => <LastTime suppressed={original} t={t} />,
  }),
  column.display({
    id: "lift",
    cell: ({ row: { original } }) => <Lift suppressed={original} t={t} />,
  }),
]

type CellProps = { suppressed: SuppressedAddress; t: Translate }

const Why = ({ suppressed: { reason, count, response }, t }: CellProps) => (
  <div className="flex max-w-96 flex-col py-1">
    <span>{t(`suppressed.reasons.${reason}`, { count })}</span>
    {response && (
      <span
        title={response}
        className="txt-compact-xsmall text-ui-fg-subtle line-clamp-2 whitespace-normal [overflow-wrap:anywhere]"
      >
        {response}
      </span>
    )}
  </div>
)

const LastTime = ({
  suppressed: { last_seen_at, inbound_mail_id: mail },
  t,
}: CellProps) => (
  <div className="flex flex-col items-start">
    <Moment at={last_seen_at} />
    {mail && (
      <Link
        to={inboundPath({ mail })}
        className="txt-compact-xsmall text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
      >
        {t("suppressed.thatMail")}
      </Link>
    )}
  </div>
)

const Lift = ({ suppressed: { id, address }, t }: CellProps) => {
  const { mutate, isPending } = useLiftSuppression()

  return (
    <div className="flex justify-end">
      <Button
        size="small"
        variant="secondary"
        isLoading={isPending}
        aria-label={t("suppressed.liftFor", { address })}
        onClick={() =>
          mutate(id, {
            onSuccess: () => toast.success(t("suppression.lifted", { address })),
            onError: (error) => toast.error(messageOf(error)),
          })
        }
      >
        {t("suppressed.lift")}
      </Button>
    </div>
  )
}
