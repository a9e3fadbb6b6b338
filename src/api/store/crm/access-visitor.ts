import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"
import {
  isGenuine,
  readAccess,
  signAccess,
  type AccessPurpose,
} from "../../../modules/helpdesk/domain/access-token"
import { SESSION_MINUTES } from "../../../modules/helpdesk/domain/order-access"

/** Who came through a door without an account: to one order, or to one ticket. */
export type AccessVisitor =
  | { kind: "order"; order_id: string; email: string }
  | { kind: "ticket"; ticket_id: string; email: string }

/** Carries the token of a session, beside Medusa's own headers. */
export const ACCESS_HEADER = "x-crm-access"

export type StoreSession = { token: string; expires_at: string }

/** A short session for one record; it lasts as long as it says and cannot be made longer. */
export async function newSession(
  req: MedusaRequest,
  purpose: Extract<AccessPurpose, "order_session" | "ticket_session">,
  record_id: string,
  email: string
): Promise<StoreSession> {
  const expires_at = new Date(Date.now() + SESSION_MINUTES * 60_000)
  const token = signAccess(
    { purpose, record_id, email, expires_at },
    await req.scope.resolve(HELPDESK_MODULE).accessKey()
  )
  return { token, expires_at: expires_at.toISOString() }
}

/** @returns null without a token, and for one that opens nothing (any more) */
export async function accessVisitorOf(req: MedusaRequest): Promise<AccessVisitor | null> {
  const token = req.get(ACCESS_HEADER) ?? ""

  return (await orderVisitor(req, token)) ?? (await ticketVisitor(req, token))
}

async function orderVisitor(
  req: MedusaRequest,
  token: string
): Promise<AccessVisitor | null> {
  const claim = readAccess(token, "order_session", new Date())

  if (!claim) {
    return null
  }
  const {
    data: [order],
  } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "email"],
    filters: { id: claim.record_id },
  })
  const email = order?.email?.trim().toLowerCase()

  const key = await req.scope.resolve(HELPDESK_MODULE).accessKey()

  return email && isGenuine(claim, email, key)
    ? { kind: "order", order_id: claim.record_id, email }
    : null
}

async function ticketVisitor(
  req: MedusaRequest,
  token: string
): Promise<AccessVisitor | null> {
  const helpdesk = req.scope.resolve(HELPDESK_MODULE)
  const claim = readAccess(token, "ticket_session", new Date())
  const ticket = claim && (await helpdesk.linkedTicket(claim.record_id))

  return ticket && isGenuine(claim, ticket.email, await helpdesk.accessKey())
    ? { kind: "ticket", ticket_id: ticket.id, email: ticket.email }
    : null
}
