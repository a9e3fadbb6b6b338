import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { oneLine, severalLines } from "../../../../modules/helpdesk/domain/field-answer"
import type { Visitor } from "../../../../modules/helpdesk/domain/store-visibility"
import type { ShopperTicket } from "../../../../modules/helpdesk/records/shopper-tickets"
import { declaredValues } from "../../../../workflows/custom-fields/declared-values"
import { ownOrder } from "../../../../workflows/requests/own-order"
import type { OpenRequest } from "./contract"
import { filesOf } from "./files"
import { cutText } from "../../../../cut-text"

/** What a visitor asks for, as the ticket it becomes. */
export async function requestOf(
  req: MedusaRequest,
  visitor: Visitor,
  body: OpenRequest
): Promise<ShopperTicket> {
  if (visitor.kind === "ticket") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This link opens one request. Log in, or use your order's number, to open another"
    )
  }
  const customerId = visitor.kind === "customer" ? visitor.customer_id : null
  const text = severalLines(body.message)

  return {
    channel: "account",
    requester: {
      email: visitor.email,
      name: oneLine(body.name ?? "") || (await nameOf(req, customerId)),
    },
    author_id: customerId,
    customer: customerId ? { id: customerId, proof: "account" } : null,
    department_id: await visibleDepartment(req, body.department_id),
    classification_id: null,
    subject: cutText(oneLine(body.subject), 255) || "–",
    body_text: body.phone ? `${text}\n\n☎ ${oneLine(body.phone)}` : text,
    files: filesOf(req, body.attachment_ids),
    order: await ownOrder(req.scope, visitor, body.order_id),
    custom_fields: await declaredValues(req.scope, body.custom_fields, { inStore: true }),
    form_id: null,
    private_to_requester: customerId !== null && body.private_to_me,
    confirmation: null,
  }
}

/** @throws NOT_FOUND, also for one that shoppers do not see (D-06) */
async function visibleDepartment(req: MedusaRequest, id: string): Promise<string> {
  const [department] = await req.scope
    .resolve(HELPDESK_MODULE)
    .listCrmDepartments({ id, visible_in_store: true })

  if (!department) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Department ${id} was not found. Choose one of those that are offered`
    )
  }
  return department.id
}

async function nameOf(req: MedusaRequest, id: string | null): Promise<string> {
  if (!id) {
    return ""
  }
  const {
    data: [customer],
  } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "customer",
    fields: ["first_name", "last_name"],
    filters: { id },
  })
  return [customer?.first_name, customer?.last_name].filter(Boolean).join(" ")
}
