import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"
import {
  scopeOf,
  type StoreScope,
  type Visitor,
} from "../../../modules/helpdesk/domain/store-visibility"
import { colleaguesOf } from "../../../workflows/requests/colleagues"
import { ACCESS_HEADER, accessVisitorOf } from "./access-visitor"
import { customerIdOf } from "./customer-of"

/**
 * Who asks. A session of a door that is sent along comes first: it is meant for that one page, also
 * when somebody is logged in.
 */
export async function visitorOf(req: MedusaRequest): Promise<Visitor | null> {
  const throughDoor = req.get(ACCESS_HEADER) ? await accessVisitorOf(req) : null
  const customerId = customerIdOf(req)

  return throughDoor ?? (customerId ? customerVisitor(req, customerId) : null)
}

/** @throws UNAUTHORIZED for nobody */
export async function assertVisitor(req: MedusaRequest): Promise<Visitor> {
  const visitor = await visitorOf(req)

  if (!visitor) {
    throw new MedusaError(
      MedusaError.Types.UNAUTHORIZED,
      "Log in to see your requests, or use your order's number or the link in our mail"
    )
  }
  return visitor
}

/** What the visitor may see. */
export const visibleTo = async (
  req: MedusaRequest,
  visitor: Visitor
): Promise<StoreScope> =>
  scopeOf(
    visitor,
    visitor.kind === "customer" ? await colleaguesOf(req.scope, visitor.customer_id) : []
  )

async function customerVisitor(
  req: MedusaRequest,
  customer_id: string
): Promise<Visitor | null> {
  const {
    data: [customer],
  } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "customer",
    fields: ["id", "email"],
    filters: { id: customer_id },
  })
  const email = customer?.email?.trim().toLowerCase()

  return email
    ? {
        kind: "customer",
        customer_id,
        email,
        proven: await req.scope
          .resolve(HELPDESK_MODULE)
          .isAddressProven(customer_id, email),
      }
    : null
}
