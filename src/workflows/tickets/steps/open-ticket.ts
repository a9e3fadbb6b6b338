import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { agentNames } from "../../../agents"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"
import type { TicketToOpen } from "../../../modules/helpdesk/records/open-ticket"

export type OpenTicketInput = Omit<TicketToOpen, "from_name">

/** Opens the ticket with its first message; undone, both are gone and only the number is used up. */
export const openTicketStep = createStep(
  "open-ticket",
  async (input: OpenTicketInput, { container }) => {
    const names = await agentNames(container.resolve(ContainerRegistrationKeys.QUERY), [
      input.actor.id,
    ])
    const opened = await container.resolve(HELPDESK_MODULE).openTicket({
      ...input,
      from_name: names.get(input.actor.id ?? "") ?? "API",
    })
    return new StepResponse(opened, opened)
  },
  async (opened, { container }) => {
    if (opened) {
      const helpdesk = container.resolve(HELPDESK_MODULE)

      await helpdesk.withdrawMessage(opened)
      await helpdesk.deleteCrmTickets(opened.ticket_id)
    }
  }
)
