import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { createCustomersWorkflow } from "@medusajs/medusa/core-flows"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { Actor } from "../../modules/helpdesk/types"
import {
  inviteCustomerWorkflow,
  type InviteCustomerInput,
} from "../customers/invite-customer"
import { customersByAddress } from "../inbound-mail/steps/look-up-senders"
import { updateTicketWorkflow } from "./update-ticket"

export const assignTicketCustomerWorkflowId = "crm-assign-ticket-customer"

type AssignInput = {
  ticket_id: string
  actor: Actor
  /** She gets an account and a mail to set its password, where she has none yet. */
  invite?: boolean
}

// Undone, a customer who was made stays: she is in the shop, and the next try finds her.
const findOrCreateCustomerStep = createStep(
  { name: "find-or-create-customer", noCompensation: true },
  async ({ ticket_id, invite }: AssignInput, { container }) => {
    const [ticket] = await container
      .resolve(HELPDESK_MODULE)
      .listCrmTickets({ id: ticket_id })

    if (!ticket) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Ticket ${ticket_id} was not found`
      )
    }
    const { number, requester_email, requester_name } = ticket

    if (!requester_email) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Ticket #${number} has no address to make a customer of: its mail named no sender`
      )
    }
    const known = (await customersByAddress(container, [requester_email])).get(
      requester_email
    )
    if (known && (!invite || known.has_account)) {
      return new StepResponse({ customer_id: known.id })
    }
    const [first_name, ...rest] =
      requester_name === requester_email ? [] : requester_name.split(" ")
    const person = {
      email: requester_email,
      ...(first_name ? { first_name } : {}),
      ...(rest.length ? { last_name: rest.join(" ") } : {}),
    }
    return new StepResponse({
      customer_id: await (invite ? invited : guest)(container, person),
    })
  }
)

async function guest(container: MedusaContainer, person: InviteCustomerInput) {
  const { result } = await createCustomersWorkflow(container).run({
    input: { customersData: [person] },
  })
  return result[0].id
}

async function invited(container: MedusaContainer, person: InviteCustomerInput) {
  const { result } = await inviteCustomerWorkflow(container).run({ input: person })

  return result.id
}

/**
 * Gives an unknown sender a customer of the shop (V-49): the one who has the address, the account
 * before the guest, or a new one: a guest, who may register with this address later, or an invited
 * account.
 */
export const assignTicketCustomerWorkflow = createWorkflow(
  assignTicketCustomerWorkflowId,
  function (input: WorkflowData<AssignInput>) {
    const found = findOrCreateCustomerStep(input)
    const changed = updateTicketWorkflow.runAsStep({
      input: transform(
        { input, found },
        ({ input: { ticket_id, actor }, found: { customer_id } }) => ({
          id: ticket_id,
          actor,
          changes: { customer_id },
        })
      ),
    })
    return new WorkflowResponse(changed)
  }
)
