import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { OutboundMail } from "../../../../../api/admin/crm/outbound-mails/contract"
import { AccountAddress } from "../../../../components/account-address"
import { Moment } from "../../../../components/moment"
import { TicketOfMail } from "../../../../components/ticket-of-mail"
import type { Translate } from "../../../../lib/statuses"
import { OutboundState } from "./outbound-state"

const column = createDataTableColumnHelper<OutboundMail>()
const ENDED: readonly string[] = ["sent", "cancelled"]

export function useOutboundColumns() {
  const { t } = useTranslation("crmDesk")
  return useMemo(() => outboundColumns(t), [t])
}

const outboundColumns = (t: Translate) => [
  column.accessor("created_at", {
    header: t("columns.time"),
    truncateTooltip: false,
    cell: ({ getValue }) => <Moment at={getValue()} />,
  }),
  column.accessor("recipients", {
    header: t("columns.recipients"),
    maxSize: 240,
    truncateTooltip: false,
    cell: ({ getValue }) => <Recipients recipients={getValue()} t={t} />,
  }),
  column.accessor("subject", {
    header: t("columns.subject"),
    maxSize: 320,
  }),
  column.accessor("account_id", {
    header: t("columns.account"),
    maxSize: 200,
    cell: ({ getValue }) => <AccountAddress id={getValue()} />,
  }),
  column.accessor("state", {
    header: t("columns.state"),
    truncateTooltip: false,
    cell: ({ row: { original: mail } }) => (
      <div className="flex max-w-80 flex-col items-start gap-y-0.5 py-1">
        <OutboundState state={mail.state} />
        {mail.last_response && !ENDED.includes(mail.state) && (
          <span className="txt-compact-xsmall text-ui-fg-subtle line-clamp-2 whitespace-normal">
            {mail.last_response}
          </span>
        )}
      </div>
    ),
  }),
  column.accessor("ticket", {
    header: t("columns.ticket"),
    truncateTooltip: false,
    cell: ({ getValue }) => <TicketOfMail ticket={getValue()} />,
  }),
]

type RecipientsProps = { recipients: OutboundMail["recipients"]; t: Translate }

/** The first, how many more, and how many of all were refused. */
const Recipients = ({ recipients: [first, ...others], t }: RecipientsProps) => {
  const refused = [first, ...others].filter((one) => one?.state === "refused").length

  return (
    <div className="flex min-w-0 flex-col">
      <span className="truncate">
        {first?.address ?? "–"}
        {others.length > 0 && ` +${others.length}`}
      </span>
      {refused > 0 && (
        <span className="txt-compact-xsmall text-ui-fg-error">
          {t("outbox.refusedCount", { count: refused })}
        </span>
      )}
    </div>
  )
}
