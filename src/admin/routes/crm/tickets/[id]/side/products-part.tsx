import { XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import type { TicketProduct } from "../../../../../../api/admin/crm/tickets/contract-products"
import { ProductPicker } from "../../../../../components/product-picker"
import { Thumbnail } from "../../../../../components/thumbnail"
import { useDoneToast } from "../../../../../components/use-undo"
import { messageOf } from "../../../../../lib/server-error"
import { useLinkProduct, useUnlinkProduct } from "../../../../../queries/ticket-products"

/** The products the ticket is about, ordered or not (C-33). */
export const ProductsPart = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const [isAdding, setIsAdding] = useState(false)
  const { mutate } = useLinkProduct(ticket.id)
  const done = useDoneToast()

  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" weight="plus" className="text-ui-fg-subtle">
          {t("products.title")}
        </Text>
        {!isAdding && (
          <Button size="small" variant="transparent" onClick={() => setIsAdding(true)}>
            {t("products.add")}
          </Button>
        )}
      </div>
      {isAdding && (
        <div className="flex flex-col gap-y-2">
          <ProductPicker
            aria-label={t("products.search")}
            onPick={(product_id) =>
              mutate(
                { product_id },
                {
                  onSuccess: ({ undo }) => {
                    done(t("linking.productLinked"), undo)
                    setIsAdding(false)
                  },
                  onError: (error) => toast.error(messageOf(error)),
                }
              )
            }
          />
          <div>
            <Button size="small" variant="transparent" onClick={() => setIsAdding(false)}>
              {t("general.cancel")}
            </Button>
          </div>
        </div>
      )}
      {ticket.products.length > 0 && (
        <ul className="flex flex-col gap-y-2">
          {ticket.products.map((product) => (
            <li key={product.id}>
              <Product ticket={ticket} product={product} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const Product = ({ ticket, product }: { ticket: Ticket; product: TicketProduct }) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending } = useUnlinkProduct(ticket.id)
  const done = useDoneToast()
  const { id, product_id, title, subtitle, sku, thumbnail } = product

  return (
    <div className="flex items-center gap-x-2">
      <Thumbnail src={thumbnail} />
      <div className="min-w-0 flex-1">
        <Text size="small" className="[overflow-wrap:anywhere]">
          {product_id ? (
            <Link to={`/products/${product_id}`} className="text-ui-fg-interactive">
              {title}
            </Link>
          ) : (
            title
          )}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle [overflow-wrap:anywhere]">
          {[subtitle, sku].filter(Boolean).join(" · ")}
        </Text>
      </div>
      <IconButton
        size="small"
        variant="transparent"
        disabled={isPending}
        aria-label={t("products.notInQuestion", { title })}
        onClick={() =>
          mutate(id, {
            onSuccess: ({ undo }) => done(t("linking.productUnlinked"), undo),
            onError: (error) => toast.error(messageOf(error)),
          })
        }
      >
        <XMarkMini />
      </IconButton>
    </div>
  )
}
