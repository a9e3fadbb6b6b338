import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { ProductInQuestion } from "../../modules/helpdesk/records/ticket-products"
import type { Actor } from "../../modules/helpdesk/types"
import { TicketEvents } from "./events"
import { takeBackAction } from "./take-back-action"

export const linkTicketProductWorkflowId = "crm-link-ticket-product"
export const unlinkTicketProductWorkflowId = "crm-unlink-ticket-product"

/** A line of an order, or a variant or product of the shop. */
export type NamedProduct =
  | { order_id: string; line_item_id: string }
  | { variant_id: string }
  | { product_id: string }

type LinkInput = { ticket_id: string; product: NamedProduct; actor: Actor }
type UnlinkInput = { ticket_id: string; id: string; actor: Actor }

const linkTicketProductStep = createStep(
  "link-ticket-product",
  async ({ ticket_id, product, actor }: LinkInput, { container }) => {
    const found = await findProduct(container, product)
    const undo = await container
      .resolve(HELPDESK_MODULE)
      .linkProduct(ticket_id, found, actor)
    const { product_id, order_id } = found

    return new StepResponse(
      { id: ticket_id, product_id, order_id, undo },
      { undo, actor }
    )
  },
  takeBackAction
)

const unlinkTicketProductStep = createStep(
  "unlink-ticket-product",
  async ({ ticket_id, id, actor }: UnlinkInput, { container }) => {
    const undo = await container
      .resolve(HELPDESK_MODULE)
      .unlinkProduct(ticket_id, id, actor)

    return new StepResponse({ id: ticket_id, undo }, { undo, actor })
  },
  takeBackAction
)

/** An agent says which products a ticket is about (C-33). */
export const linkTicketProductWorkflow = createWorkflow(
  linkTicketProductWorkflowId,
  function (input: WorkflowData<LinkInput>) {
    const linked = linkTicketProductStep(input)

    emitEventStep({
      eventName: TicketEvents.PRODUCT_LINKED,
      data: transform({ linked }, ({ linked: { undo, ...event } }) =>
        undo ? [event] : []
      ),
    })
    return new WorkflowResponse(linked)
  }
)

export const unlinkTicketProductWorkflow = createWorkflow(
  unlinkTicketProductWorkflowId,
  function (input: WorkflowData<UnlinkInput>) {
    const unlinked = unlinkTicketProductStep(input)

    emitEventStep({
      eventName: TicketEvents.PRODUCT_UNLINKED,
      data: transform({ unlinked }, ({ unlinked: { id } }) => ({ id })),
    })
    return new WorkflowResponse(unlinked)
  }
)

const findProduct = (
  container: MedusaContainer,
  named: NamedProduct
): Promise<ProductInQuestion> =>
  "line_item_id" in named
    ? findLine(container, named)
    : "variant_id" in named
      ? findVariant(container, named.variant_id)
      : findWholeProduct(container, named.product_id)

async function findLine(
  container: MedusaContainer,
  { order_id, line_item_id }: { order_id: string; line_item_id: string }
): Promise<ProductInQuestion> {
  const {
    data: [order],
  } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "id",
      "items.id",
      "items.title",
      "items.subtitle",
      "items.variant_sku",
      "items.thumbnail",
      "items.product_id",
      "items.variant_id",
    ],
    filters: { id: order_id },
  })
  const line = order?.items?.find(
    (item: { id: string } | null) => item?.id === line_item_id
  )

  if (!line) {
    throw notFound(`Line ${line_item_id} of order ${order_id}`)
  }
  return {
    order_id,
    line_item_id,
    product_id: line.product_id ?? null,
    variant_id: line.variant_id ?? null,
    title: line.title,
    subtitle: line.subtitle ?? null,
    sku: line.variant_sku ?? null,
    thumbnail: line.thumbnail ?? null,
  }
}

async function findVariant(
  container: MedusaContainer,
  variant_id: string
): Promise<ProductInQuestion> {
  const {
    data: [variant],
  } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant",
    fields: ["id", "title", "sku", "product.id", "product.title", "product.thumbnail"],
    filters: { id: variant_id },
  })
  if (!variant) {
    throw notFound(`Product variant ${variant_id}`)
  }
  return {
    order_id: null,
    line_item_id: null,
    product_id: variant.product?.id ?? null,
    variant_id,
    title: variant.product?.title ?? variant.title ?? variant_id,
    subtitle: variant.title ?? null,
    sku: variant.sku ?? null,
    thumbnail: variant.product?.thumbnail ?? null,
  }
}

async function findWholeProduct(
  container: MedusaContainer,
  product_id: string
): Promise<ProductInQuestion> {
  const {
    data: [product],
  } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: ["id", "title", "subtitle", "thumbnail"],
    filters: { id: product_id },
  })
  if (!product) {
    throw notFound(`Product ${product_id}`)
  }
  return {
    order_id: null,
    line_item_id: null,
    product_id,
    variant_id: null,
    title: product.title,
    subtitle: product.subtitle ?? null,
    sku: null,
    thumbnail: product.thumbnail ?? null,
  }
}

const notFound = (what: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `${what} was not found`)
