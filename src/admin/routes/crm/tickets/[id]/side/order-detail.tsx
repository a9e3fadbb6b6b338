import { IconButton, Text, toast, Tooltip } from "@medusajs/ui"
import { ArrowUpRightOnBox, Tag, TagSolid } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import type {
  OrderDetail as Detail,
  OrderLine as Line,
} from "../../../../../../api/admin/crm/tickets/contract-products"
import { Thumbnail } from "../../../../../components/thumbnail"
import { useDoneToast } from "../../../../../components/use-undo"
import { money } from "../../../../../lib/money"
import { calendarDay } from "../../../../../lib/relative-time"
import { messageOf } from "../../../../../lib/server-error"
import { useLinkProduct, useUnlinkProduct } from "../../../../../queries/ticket-products"

/** An order at hand: its lines, parcels, payment and returns (C-33). */
export const OrderDetail = ({ ticket, order }: { ticket: Ticket; order: Detail }) => {
  const { t, i18n } = useTranslation("crmDesk")
  const amount = (value: number) => money(value, order.currency_code, i18n.language)
  const day = (moment: string) => calendarDay(moment, i18n.language)

  return (
    <div className="flex flex-col gap-y-3">
      <ul className="flex flex-col gap-y-2">
        {order.lines.map((line) => (
          <li key={line.id}>
            <OrderLine ticket={ticket} order={order} line={line} />
          </li>
        ))}
      </ul>
      <dl className="txt-small text-ui-fg-subtle flex flex-col gap-y-1">
        <Fact label={t("orderDetail.paid")}>
          {amount(order.paid_total)}
          {order.refunded_total > 0 &&
            ` · ${t("orderDetail.refunded", { amount: amount(order.refunded_total) })}`}
        </Fact>
        {order.shipped_at && (
          <Fact label={t("orderDetail.shipped")}>{day(order.shipped_at)}</Fact>
        )}
        {order.delivered_at && (
          <Fact label={t("orderDetail.delivered")}>{day(order.delivered_at)}</Fact>
        )}
        {order.tracking.map(({ number, url }) => (
          <Fact key={number} label={t("orderDetail.tracking")}>
            {url ? (
              <a
                href={url}
                target="_blank"
                rel="noopener noreferrer"
                className="text-ui-fg-interactive inline-flex items-center gap-x-1"
              >
                {number}
                <ArrowUpRightOnBox className="size-3" />
              </a>
            ) : (
              number
            )}
          </Fact>
        ))}
        {order.returns.map((item) => (
          <Fact
            key={item.id}
            label={t("orderDetail.return", { number: item.display_id })}
          >
            <Link to={`/orders/${order.id}`} className="text-ui-fg-interactive">
              {t(`orderDetail.returnStatus.${item.status}`, {
                defaultValue: item.status.replaceAll("_", " "),
              })}
            </Link>{" "}
            · {day(item.created_at)}
          </Fact>
        ))}
      </dl>
    </div>
  )
}

const Fact = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div className="flex justify-between gap-x-2">
    <dt>{label}</dt>
    <dd className="text-ui-fg-base text-end [overflow-wrap:anywhere]">{children}</dd>
  </div>
)

type OrderLineProps = { ticket: Ticket; order: Detail; line: Line }

const OrderLine = ({ ticket, order, line }: OrderLineProps) => {
  const { t, i18n } = useTranslation("crmDesk")
  const link = useLinkProduct(ticket.id)
  const unlink = useUnlinkProduct(ticket.id)
  const linked = ticket.products.find(({ line_item_id }) => line_item_id === line.id)
  const done = useDoneToast()
  const onError = (error: Error) => {
    toast.error(messageOf(error))
  }
  const label = linked
    ? t("products.notInQuestion", { title: line.title })
    : t("products.inQuestion", { title: line.title })

  return (
    <div className="flex items-center gap-x-2">
      <Thumbnail src={line.thumbnail} />
      <div className="min-w-0 flex-1">
        <Text size="small" className="[overflow-wrap:anywhere]">
          {line.quantity} × {line.title}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle [overflow-wrap:anywhere]">
          {[line.subtitle, line.sku].filter(Boolean).join(" · ")}
        </Text>
      </div>
      <Text size="small" className="text-ui-fg-subtle shrink-0 tabular-nums">
        {money(line.unit_price, order.currency_code, i18n.language)}
      </Text>
      <Tooltip content={label}>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={label}
          aria-pressed={Boolean(linked)}
          disabled={link.isPending || unlink.isPending}
          onClick={() =>
            linked
              ? unlink.mutate(linked.id, {
                  onSuccess: ({ undo }) => done(t("linking.productUnlinked"), undo),
                  onError,
                })
              : link.mutate(
                  { order_id: order.id, line_item_id: line.id },
                  {
                    onSuccess: ({ undo }) => done(t("linking.productLinked"), undo),
                    onError,
                  }
                )
          }
        >
          {linked ? (
            <TagSolid className="text-ui-fg-interactive" />
          ) : (
            <Tag className="text-ui-fg-muted" />
          )}
        </IconButton>
      </Tooltip>
    </div>
  )
}
