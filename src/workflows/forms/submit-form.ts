import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { FilledForm } from "../../modules/helpdesk/domain/form"
import { proofOf } from "../../modules/helpdesk/domain/order-proof"
import type { ShopperFile } from "../../modules/helpdesk/records/shopper-files"
import type { ShopperTicket } from "../../modules/helpdesk/records/shopper-tickets"
import { customersGuessed } from "../inbound-mail/steps/look-up-senders"
import { openRequestWorkflow } from "../requests/open-request"
import { confirmationOf } from "./confirmation"

export const submitFormWorkflowId = "crm-submit-form"

export type SubmitFormInput = {
  form_id: string
  filled: FilledForm
  files: ShopperFile[]
  /** The form's language in which it was filled in. */
  locale: string
  /** Who is logged in. */
  customer_id: string | null
}

// Nothing to undo: it reads, and the grant of a confirmation that is then not sent is no loss.
const prepareSubmissionStep = createStep(
  { name: "prepare-submission", noCompensation: true },
  async (
    { form_id, filled, files, locale, customer_id }: SubmitFormInput,
    { container }
  ) => {
    const form = await container.resolve(HELPDESK_MODULE).retrieveCrmContactForm(form_id)
    const ticket: ShopperTicket = {
      channel: "form",
      requester: { email: filled.email, name: filled.name },
      author_id: customer_id,
      customer: await customerOf(container, filled.email, customer_id),
      department_id: form.department_id,
      classification_id: form.classification_id,
      subject: filled.subject,
      body_text: filled.body,
      files,
      order: await orderOf(container, filled, customer_id),
      custom_fields: filled.values,
      form_id,
      private_to_requester: false,
      confirmation: form.confirm
        ? await confirmationOf(container, form, filled.email, locale)
        : null,
    }
    return new StepResponse(ticket)
  }
)

/** A form that was filled in becomes a ticket that carries the answers (B-16 to B-18). */
export const submitFormWorkflow = createWorkflow(
  submitFormWorkflowId,
  function (input: WorkflowData<SubmitFormInput>) {
    return new WorkflowResponse(
      openRequestWorkflow.runAsStep({ input: prepareSubmissionStep(input) })
    )
  }
)

/**
 * Who is logged in, if the address is that account's own; else a guess by the address, which shows
 * nothing in My Account until it is proven (D-11).
 */
async function customerOf(
  container: MedusaContainer,
  email: string,
  customerId: string | null
): Promise<ShopperTicket["customer"]> {
  if (customerId) {
    return { id: customerId, proof: "account" }
  }
  const guessed = (await customersGuessed(container, [email])).get(email)

  return guessed ? { id: guessed.id, proof: "address_match" } : null
}

/** By its id, or by the number that stands in the order's mail. */
async function orderOf(
  container: MedusaContainer,
  { order: given, email }: FilledForm,
  customerId: string | null
): Promise<ShopperTicket["order"]> {
  const number = /^#?\s*(\d{1,9})$/.exec(given ?? "")?.[1]

  if (!given) {
    return null
  }
  const {
    data: [order],
  } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "display_id", "email", "customer_id"],
    filters: number ? { display_id: Number(number) } : { id: given },
  })
  return order
    ? {
        order_id: order.id,
        display_id: String(order.display_id),
        proof:
          customerId && order.customer_id === customerId
            ? "account"
            : proofOf(email, [order.email], "none"),
      }
    : null
}
