import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import { CODE_MINUTES, codeFor } from "../../modules/helpdesk/domain/order-access"
import { renderMailTemplate } from "../../modules/helpdesk/domain/render-mail-template"
import type { AccessToLookUp } from "../../modules/helpdesk/records/order-access"
import { MAIL_MODULE } from "../../modules/mail"
import { domainOf } from "../../modules/mail/domain/mail-address"
import { SECRET_MARK } from "../../modules/mail/domain/secret-mark"
import { accountFor, type SendingAccount } from "../outbound-mail/compose-mail"
import { customerMailTemplate } from "../storefront/customer-mail-template"
import { readShop } from "../variables/shop"
import { findOrderByNumber, type NumberedOrder } from "./find-order-by-number"

export const sendOrderCodesWorkflowId = "crm-send-order-codes"

/** What asked for the mail of a code. */
export const ORDER_CODE = "order_code"

const AT_ONCE = 20

/** The account and the name that mail of no ticket leaves with. */
type Sender = { account: SendingAccount; name: string }

/**
 * Nothing to undo: a code on its way is not called back, and one that is not is sent next time. The
 * code itself is in no row and in no answer.
 */
const sendOrderCodesStep = createStep(
  { name: "send-order-codes", noCompensation: true },
  async (_: void, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const accesses = await helpdesk.accessesToLookUp(AT_ONCE)
    const sender = accesses.length ? await senderOf(container) : null

    if (accesses.length && !sender) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(
          "crm_helpdesk: a code for an order could not be sent: no mail account sends. Connect one under Settings, Mail accounts"
        )
    }
    for (const access of accesses) {
      await answer(container, access, sender)
    }
    return new StepResponse(accesses.length)
  }
)

/** Looks the orders up that people without an account asked for, and mails each a one-time code. */
export const sendOrderCodesWorkflow = createWorkflow(
  sendOrderCodesWorkflowId,
  function () {
    return new WorkflowResponse(sendOrderCodesStep())
  }
)

async function answer(
  container: MedusaContainer,
  access: AccessToLookUp,
  sender: Sender | null
): Promise<void> {
  const { id, order_number, email, is_enough } = access
  const order =
    order_number === null || is_enough || !sender
      ? null
      : await findOrderByNumber(container, order_number, email)

  if (order && sender) {
    await mailCode(container, access, order, sender)
  }
  await container.resolve(HELPDESK_MODULE).recordLookedUp(id, order?.id ?? null)
}

async function mailCode(
  container: MedusaContainer,
  { id, order_number, locale }: AccessToLookUp,
  order: NumberedOrder,
  { account, name }: Sender
): Promise<void> {
  const shop = await readShop(container)
  const template = await customerMailTemplate(
    container,
    "order_code",
    locale ?? order.locale ?? shop.locale
  )
  const { subject, text } = renderMailTemplate("order_code", template, {
    code: SECRET_MARK,
    minutes: String(CODE_MINUTES),
    "order.number": String(order_number),
    "shop.name": shop.name,
  })
  await container.resolve(MAIL_MODULE).enqueueMails([
    {
      reference: ORDER_CODE,
      reference_id: id,
      thread_id: id,
      account_id: account.id,
      due_at: null,
      from_name: name,
      to: [order.email],
      cc: [],
      bcc: [],
      subject,
      body_text: text,
      body_html: null,
      message_id: `${id.toLowerCase()}@${domainOf(account.address)}`,
      in_reply_to: null,
      references: [],
      is_auto_reply: true,
      attachments: [],
      secret: codeFor(id, await container.resolve(HELPDESK_MODULE).accessKey()),
    },
  ])
}

/** The account of the first department that shoppers see, else any that sends. */
async function senderOf(container: MedusaContainer): Promise<Sender | null> {
  const [accounts, departments, shop] = await Promise.all([
    container.resolve(MAIL_MODULE).listCrmMailAccounts({ enabled: true }, { take: null }),
    container.resolve(HELPDESK_MODULE).listCrmDepartments(
      {},
      {
        take: null,
        order: { visible_in_store: "DESC", position: "ASC", created_at: "ASC" },
      }
    ),
    readShop(container),
  ])
  for (const department of departments) {
    const account = accountFor({ department, mail_account_id: null }, accounts)

    if (account) {
      return { account, name: shop.name ?? department.public_name }
    }
  }
  return accounts[0] ? { account: accounts[0], name: shop.name ?? "" } : null
}
