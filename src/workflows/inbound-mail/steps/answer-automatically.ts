import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"
import { fillAutoReply } from "../../../modules/helpdesk/domain/auto-reply"
import { renderMailTemplate } from "../../../modules/helpdesk/domain/render-mail-template"
import type { ReceivedMail } from "../../../modules/helpdesk/records/incoming-mail"
import { MAIL_MODULE } from "../../../modules/mail"
import { readShop } from "../../variables/shop"
import type { PreparedMail } from "./prepare-mails"

type Candidate = {
  prepared: PreparedMail
  received: ReceivedMail
  address: string
  subject: string
  body: string
}

/** A mail that lay on the server for longer was answered by somebody, or never will be. */
const OLDEST_ANSWERED_MS = 24 * 3_600_000

/**
 * Answers new tickets that came by mail: once per address in thirty minutes over all accounts, and
 * never a machine (V-29 to V-32), a sender whose check failed, ourselves, or the backlog of a mailbox
 * that was just connected. Asked again after a crash it gives the same answers.
 */
export async function answerAutomatically(
  container: MedusaContainer,
  prepared: PreparedMail[],
  received: ReceivedMail[]
): Promise<void> {
  const mail = container.resolve(MAIL_MODULE)
  const candidates = received.flatMap((outcome) => candidateOf(outcome, prepared) ?? [])

  if (!candidates.length) {
    return
  }
  const granted = await mail.claimAutoReplies(
    candidates.map(({ prepared: { id }, address }) => ({ inbound_mail_id: id, address }))
  )
  const names = await departmentNames(container, candidates)
  const template = await container.resolve(HELPDESK_MODULE).mailTemplate("auto_reply")
  const shop = await readShop(container)

  await container.resolve(HELPDESK_MODULE).recordAutoReplies(
    candidates
      .filter(({ prepared: { id } }) => granted.has(id))
      .map(
        ({
          prepared: { id, account, read },
          received: outcome,
          address,
          subject,
          body,
        }) => {
          const department = names.get(account.department_id) ?? account.address
          const facts = { ticket_number: outcome.ticket_number, department }
          const worded = renderMailTemplate(
            "auto_reply",
            template,
            {
              subject: fillAutoReply(subject, facts),
              "ticket.number": String(facts.ticket_number),
              "department.name": department,
              "shop.name": shop.name,
            },
            { text: fillAutoReply(body, facts), html: null }
          )

          return {
            inbound_mail_id: id,
            ticket_id: outcome.ticket_id,
            to: address,
            from_name: department,
            subject: worded.subject,
            body_text: worded.text,
            in_reply_to: read.message_id,
          }
        }
      )
  )
}

function candidateOf(received: ReceivedMail, prepared: PreparedMail[]): Candidate | null {
  const found = prepared.find(({ id }) => id === received.inbound_mail_id)
  const address = found?.read.from?.address.toLowerCase()

  if (
    !found ||
    !address ||
    !received.is_new_ticket ||
    !found.read.may_auto_reply ||
    found.mail.sender_check === "fail" ||
    found.mail.sender_claim === "own_account" ||
    isOld(found)
  ) {
    return null
  }
  const { auto_reply_subject, auto_reply_body } = found.account

  return auto_reply_subject && auto_reply_body
    ? {
        prepared: found,
        received,
        address,
        subject: auto_reply_subject,
        body: auto_reply_body,
      }
    : null
}

const isOld = ({ server_date }: PreparedMail) =>
  server_date !== null && Date.now() - server_date.getTime() > OLDEST_ANSWERED_MS

async function departmentNames(container: MedusaContainer, candidates: Candidate[]) {
  const departments = await container
    .resolve(HELPDESK_MODULE)
    .listCrmDepartments(
      { id: candidates.map(({ prepared: { account } }) => account.department_id) },
      { take: null }
    )
  return new Map(departments.map(({ id, public_name }) => [id, public_name]))
}
