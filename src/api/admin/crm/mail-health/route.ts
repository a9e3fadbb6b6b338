import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MAIL_MODULE } from "../../../../modules/mail"
import { presentMailAccounts } from "../mail-accounts/present"
import type { MailHealthResponse } from "./contract"
import { presentMailHealth } from "./present"

/** The mail doctor: the truth about each account, and what to do about it. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailHealthResponse>
) => {
  const mail = req.scope.resolve(MAIL_MODULE)
  const accounts = await mail.listCrmMailAccounts(
    {},
    { take: null, order: { number: "ASC" } }
  )
  const [presented, facts, agents] = await Promise.all([
    presentMailAccounts(req.scope, accounts),
    mail.mailHealthFacts(),
    agentsAmong(
      req.scope,
      accounts.map(({ address }) => address)
    ),
  ])

  res.json({
    mail_health: presentMailHealth({
      accounts,
      presented,
      facts,
      agents,
      now: new Date(),
    }),
  })
}

/** Addresses that admin users log in with, in lower case. */
async function agentsAmong(
  container: MedusaContainer,
  addresses: string[]
): Promise<Set<string>> {
  if (!addresses.length) {
    return new Set()
  }
  const { data: users } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "user", fields: ["email"], filters: { email: addresses } })

  return new Set(users.map(({ email }) => email.toLowerCase()))
}
