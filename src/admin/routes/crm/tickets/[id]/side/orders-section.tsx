import { Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { useAfterPaint } from "../../../../../components/use-after-paint"
import { ticketOrdersQuery } from "../../../../../queries/ticket-products"
import { LatestOrder } from "./latest-order"
import { LinkOrder } from "./link-order"
import { LinkedOrder } from "./linked-order"
import { ProductsPart } from "./products-part"

/** The orders the ticket is about, and the customer's latest ones within a click. */
export const OrdersSection = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const linked = new Set(ticket.orders.map(({ order_id }) => order_id))
  const { data } = useQuery({
    ...ticketOrdersQuery(ticket.id, [...linked]),
    enabled: useAfterPaint(),
  })
  const latest = data?.latest_orders ?? ticket.latest_orders
  const others = latest.filter(({ id }) => !linked.has(id))

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("orders.title")}</Heading>
      </div>
      {ticket.orders.length ? (
        <ul className="divide-y">
          {ticket.orders.map((order) => (
            <li key={order.id} className="px-6 py-3">
              <LinkedOrder
                ticket={ticket}
                linked={order}
                detail={data?.orders.find(({ id }) => id === order.order_id)}
                isLoading={!data}
                isOpenAtFirst={ticket.orders.length === 1}
              />
            </li>
          ))}
        </ul>
      ) : (
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {t("orders.none")}
        </Text>
      )}
      <div className="px-6 py-3">
        <LinkOrder ticket={ticket} />
      </div>
      {others.length > 0 && (
        <div className="flex flex-col gap-y-2 px-6 py-4">
          <Text size="small" weight="plus" className="text-ui-fg-subtle">
            {t("orders.latest")}
          </Text>
          <ul className="flex flex-col gap-y-3">
            {others.map((order) => (
              <li key={order.id}>
                <LatestOrder ticket={ticket} order={order} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <ProductsPart ticket={ticket} />
    </Container>
  )
}
