import { ExclamationCircle, TriangleDownMini, TriangleRightMini } from "@medusajs/icons"
import { Badge, Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  Ticket,
  TicketOrder,
} from "../../../../../../api/admin/crm/tickets/contract"
import type { OrderDetail as Detail } from "../../../../../../api/admin/crm/tickets/contract-products"
import { messageOf } from "../../../../../lib/server-error"
import { useLinkOrder, useUnlinkOrder } from "../../../../../queries/tickets"
import { OrderDetail } from "./order-detail"
import { OrderLine } from "./order-line"

const COLORS: Record<TicketOrder["proof"], "green" | "blue" | "grey" | "orange"> = {
  account: "green",
  verified_email: "green",
  agent: "blue",
  address_match: "grey",
  suggestion: "orange",
}

type LinkedOrderProps = {
  ticket: Ticket
  linked: TicketOrder
  /** In full, once it has been asked for. */
  detail: Detail | undefined
  isLoading: boolean
  isOpenAtFirst: boolean
}

export const LinkedOrder = ({
  ticket,
  linked,
  detail,
  isLoading,
  isOpenAtFirst,
}: LinkedOrderProps) => {
  const { t } = useTranslation("crmDesk")
  const link = useLinkOrder(ticket.id)
  const unlink = useUnlinkOrder(ticket.id)
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  const { proof, order_id, display_id } = linked
  const order = detail ?? linked.order
  const addressDiffers = detail?.address_differs ?? linked.address_differs
  const onError = (error: Error) => {
    toast.error(messageOf(error))
  }

  return (
    <div className="flex flex-col gap-y-2">
      {order ? (
        <OrderLine order={order} />
      ) : (
        <Text size="small" className="text-ui-fg-muted">
          #{display_id}
          {!isLoading && ` · ${t("orders.gone")}`}
        </Text>
      )}
      {addressDiffers && (
        <div className="flex items-start gap-x-1.5">
          <ExclamationCircle className="text-ui-tag-orange-icon mt-0.5 shrink-0" />
          <Text size="small" className="text-ui-tag-orange-text">
            {t("orders.addressDiffers")}
          </Text>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Badge
          size="2xsmall"
          color={COLORS[proof]}
          title={t(`orders.proofHint.${proof}`)}
        >
          {t(`orders.proof.${proof}`)}
        </Badge>
        <div className="ms-auto flex gap-x-1">
          {order && (
            <Button
              size="small"
              variant="transparent"
              aria-expanded={isOpen}
              aria-label={t("orderDetail.showNumber", { number: display_id })}
              onClick={() => setIsOpen(!isOpen)}
            >
              {isOpen ? <TriangleDownMini /> : <TriangleRightMini />}
              {t("orderDetail.show")}
            </Button>
          )}
          {(proof === "suggestion" || proof === "address_match") && (
            <Button
              size="small"
              variant="secondary"
              isLoading={link.isPending}
              onClick={() => link.mutate({ order_id }, { onError })}
            >
              {proof === "suggestion" ? t("orders.link") : t("orders.confirm")}
            </Button>
          )}
          <Button
            size="small"
            variant="transparent"
            className="text-ui-fg-muted"
            isLoading={unlink.isPending}
            aria-label={t("orders.unlinkNumber", { number: display_id })}
            onClick={() => unlink.mutate(order_id, { onError })}
          >
            {proof === "suggestion" ? t("orders.dismiss") : t("orders.unlink")}
          </Button>
        </div>
      </div>
      {isOpen && detail && <OrderDetail ticket={ticket} order={detail} />}
    </div>
  )
}
