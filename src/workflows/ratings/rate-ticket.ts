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
import type { Rating, RatingAnswer } from "../../modules/helpdesk/records/ratings"
import { TicketEvents } from "../tickets/events"

export const rateTicketWorkflowId = "crm-rate-ticket"

export type RateTicketInput = {
  rating: Pick<Rating, "id" | "ticket_id" | "scale">
  answer: RatingAnswer
}

const answerRatingStep = createStep(
  "answer-rating",
  async ({ rating, answer }: RateTicketInput, { container }) => {
    const rated = await container.resolve(HELPDESK_MODULE).answerRating(rating, answer)

    return new StepResponse(rated, rated)
  },
  async (rated, { container }) => {
    if (rated) {
      await container.resolve(HELPDESK_MODULE).withdrawAnswer(rated)
    }
  }
)

/** A shopper says how it was, or changes her mind. The same answer again tells nobody anything. */
export const rateTicketWorkflow = createWorkflow(
  rateTicketWorkflowId,
  function (input: WorkflowData<RateTicketInput>) {
    const rated = answerRatingStep(input)
    const ticketRated = createHook("ticketRated", { rated })

    emitEventStep({
      eventName: TicketEvents.RATED,
      data: transform({ rated }, ({ rated: answer }) =>
        answer
          ? [
              {
                id: answer.id,
                rating_id: answer.rating_id,
                value: answer.value,
                tone: answer.tone,
                before: answer.before.value,
                comment: answer.comment,
              },
            ]
          : []
      ),
    })

    return new WorkflowResponse(rated, { hooks: [ticketRated] })
  }
)
