import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { ShopperPost } from "../../modules/helpdesk/records/shopper-messages"
import { handOverNoticesStep } from "../notices/hand-over-notices"
import { TicketEvents } from "../tickets/events"
import { statusChangesOf } from "../tickets/status-changes"

export const replyAsShopperWorkflowId = "crm-reply-as-shopper"

const postShopperMessageStep = createStep(
  "post-shopper-message",
  async (post: ShopperPost, { container }) => {
    const posted = await container.resolve(HELPDESK_MODULE).postShopperMessage(post)

    return new StepResponse(posted, posted)
  },
  async (posted, { container }) => {
    if (posted) {
      await container.resolve(HELPDESK_MODULE).withdrawMessage(posted)
    }
  }
)

/** A shopper answers on her request in the storefront. */
export const replyAsShopperWorkflow = createWorkflow(
  replyAsShopperWorkflowId,
  function (input: WorkflowData<ShopperPost>) {
    const posted = postShopperMessageStep(input)
    const shopperReplied = createHook("shopperReplied", { posted })

    emitEventStep({
      eventName: TicketEvents.CUSTOMER_REPLIED,
      data: {
        id: posted.ticket_id,
        message_id: posted.message_id,
        inbound_mail_id: null,
      },
    })
    emitEventStep({
      eventName: TicketEvents.STATUS_CHANGED,
      data: transform({ posted }, ({ posted: outcome }) => statusChangesOf(outcome)),
    }).config({ name: "emit-status-changed" })
    handOverNoticesStep()

    return new WorkflowResponse(posted, { hooks: [shopperReplied] })
  }
)
