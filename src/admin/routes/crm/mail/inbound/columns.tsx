import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { InboundMail } from "../../../../../api/admin/crm/inbound-mails/contract"
import { AccountAddress } from "../../../../components/account-address"
import { Moment } from "../../../../components/moment"
import { TicketOfMail } from "../../../../components/ticket-of-mail"
import { mailWords } from "../../../../lib/mail-words"
import type { Translate } from "../../../../lib/statuses"
import { InboundState } from "./inbound-state"

const column = createDataTableColumnHelper<InboundMail>()

export function useInboundColumns() {
  const { t } = useTranslation("crmDesk")
  return useMemo(() => inboundColumns(t), [t])
}

const inboundColumns = (t: Translate) => [
  column.accessor("created_at", {
    header: t("columns.time"),
    truncateTooltip: false,
    cell: ({ getValue }) => <Moment at={getValue()} />,
  }),
  column.accessor("from", {
    header: t("columns.from"),
    maxSize: 220,
    cell: ({ getValue }) => <Sender from={getValue()} />,
  }),
  column.accessor("subject", {
    header: t("columns.subject"),
    maxSize: 320,
    cell: ({ getValue }) => getValue() || "–",
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
        <InboundState state={mail.state} />
        {mail.reason && (
          <span className="txt-compact-xsmall text-ui-fg-subtle line-clamp-2 whitespace-normal">
            {mailWords(mail.reason, t)}
          </span>
        )}
        {mail.problems.length > 0 && (
          <span className="txt-compact-xsmall text-ui-tag-orange-text">
            {t("ledger.problemCount", { count: mail.problems.length })}
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

const Sender = ({ from }: { from: InboundMail["from"] }) =>
  from ? (
    <div className="flex min-w-0 flex-col">
      <span className="truncate">{from.name || from.email}</span>
      {from.name && (
        <span className="txt-compact-xsmall text-ui-fg-subtle truncate">
          {from.email}
        </span>
      )}
    </div>
  ) : (
    "–"
  )
