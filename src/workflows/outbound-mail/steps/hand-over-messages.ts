import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"
import type { Delivery } from "../../../modules/helpdesk/records/hand-over"
import { MAIL_MODULE } from "../../../modules/mail"
import type { MailToSend } from "../../../modules/mail/records/outbox"
import { readShop } from "../../variables/shop"
import { requestLink } from "../../storefront/storefront-links"
import { accountFor, composeMail, isForRequesterAlone } from "../compose-mail"

const AT_ONCE = 100

/**
 * There is nothing to undo: a mail in the outbox is meant to leave, and one that is not there yet is
 * handed over next time.
 */
export const handOverMessagesStep = createStep(
  { name: "hand-over-messages", noCompensation: true },
  async ({ message_ids }: { message_ids?: string[] }, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const mail = container.resolve(MAIL_MODULE)
    const messages = await helpdesk.waitingMessages({ ids: message_ids, limit: AT_ONCE })

    if (!messages.length) {
      return new StepResponse({ handed_over: 0 })
    }
    const accounts = await mail.listCrmMailAccounts({}, { take: null })
    const key = await mail.referenceKey()
    const shop = await readShop(container)
    const frame = {
      template: await helpdesk.mailTemplate("reply"),
      shop_name: shop.name,
      locale: shop.locale,
    }
    const mails: MailToSend[] = []
    const deliveries: Delivery[] = []

    for (const message of messages) {
      const account = accountFor(message, accounts)

      if (account) {
        const composed = composeMail(message, account, key, {
          ...frame,
          request_link: isForRequesterAlone(message)
            ? await requestLink(container, message.ticket_id, message.requester_email)
            : null,
        })

        mails.push(composed)
        deliveries.push({
          message_id: message.id,
          state: message.held_until ? "held" : "queued",
          error: null,
          mail_message_id: composed.message_id,
        })
      } else {
        deliveries.push({
          message_id: message.id,
          state: message.held_until ? "held" : "waiting",
          error: `No mail account sends for ${message.department.public_name}. Connect one under Settings, Mail accounts: then it leaves by itself`,
        })
      }
    }
    await mail.enqueueMails(mails)
    await helpdesk.recordDeliveries(deliveries)

    return new StepResponse({ handed_over: mails.length })
  }
)
