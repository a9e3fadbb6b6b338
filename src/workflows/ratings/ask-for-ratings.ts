import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import { customerLocale } from "../../modules/helpdesk/domain/customer-locale"
import { defaultQuestion } from "../../modules/helpdesk/domain/rating"
import { renderMailTemplate } from "../../modules/helpdesk/domain/render-mail-template"
import {
  ratingIdFor,
  type RatingDue,
  type RatingQuestion,
} from "../../modules/helpdesk/records/ratings"
import { customerMailTemplate } from "../storefront/customer-mail-template"
import { ratingLink } from "../storefront/storefront-links"
import { readShop, type Shop } from "../variables/shop"

export const askForRatingsWorkflowId = "crm-ask-for-ratings"

const AT_ONCE = 50

/** Nothing to undo: question and mail are one transaction, and nobody is asked twice about a closing. */
const askForRatingsStep = createStep(
  { name: "ask-for-ratings", noCompensation: true },
  async (_: void, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)

    if (!helpdesk.options.storefrontUrl) {
      return new StepResponse(0)
    }
    const due = await helpdesk.ratingsDue(AT_ONCE)
    const shop = due.length ? await readShop(container) : NO_SHOP
    const questions: RatingQuestion[] = []

    for (const rating of due) {
      questions.push(await questionOf(container, rating, shop))
    }
    return new StepResponse(await helpdesk.askForRatings(questions))
  }
)

/** Asks customers how it was, where a department wants to know and an agent closed the ticket (E-17). */
export const askForRatingsWorkflow = createWorkflow(askForRatingsWorkflowId, function () {
  return new WorkflowResponse(askForRatingsStep())
})

const NO_SHOP: Shop = { name: null, locale: null }

async function questionOf(
  container: MedusaContainer,
  rating: RatingDue,
  shop: Shop
): Promise<RatingQuestion> {
  const locale = (await orderLocale(container, rating.order_ids.at(-1))) ?? shop.locale
  const template = await customerMailTemplate(container, "rating_request", locale)
  const mail = renderMailTemplate("rating_request", template, {
    question: rating.question ?? defaultQuestion(locale),
    "rating.link": await ratingLink(
      container,
      ratingIdFor(rating.closing_event_id),
      rating.email
    ),
    "ticket.number": String(rating.ticket_number),
    "ticket.subject": rating.subject,
    "department.name": rating.department,
    "shop.name": shop.name,
  })
  return { ...rating, from_name: rating.department, mail }
}

async function orderLocale(
  container: MedusaContainer,
  orderId: string | undefined
): Promise<string | null> {
  if (!orderId) {
    return null
  }
  const {
    data: [order],
  } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["locale", "shipping_address.country_code"],
    filters: { id: orderId },
  })
  return order
    ? customerLocale({
        order_locale: order.locale,
        country_code: order.shipping_address?.country_code,
      })
    : null
}
