import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderProof } from "../../../modules/helpdesk/domain/order-proof"
import { proofOf } from "../../../modules/helpdesk/domain/order-proof"
import { orderNumbersIn } from "../../../modules/helpdesk/domain/order-numbers"
import { senderCheck } from "../../../modules/helpdesk/domain/sender-check"
import type { IncomingMail } from "../../../modules/helpdesk/records/incoming-mail"
import { MAIL_MODULE } from "../../../modules/mail"
import { OwnAddresses } from "../../../modules/mail/domain/own-addresses"
import { readSignedReference } from "../../../modules/mail/domain/signed-reference"
import type { ReadEmail } from "../../../modules/mail/mime/read-email"
import type { MailAccountDTO } from "../../../modules/mail/types"
import { storeFileGroups } from "../../files"
import {
  agentsAmong,
  customersGuessed,
  ordersByNumber,
  type KnownOrder,
} from "./look-up-senders"
import { referencesOf } from "./references"
import { mailSentence } from "../../../modules/mail/domain/mail-sentences"

export type PreparedMail = {
  id: string
  server_date: Date | null
  read: ReadEmail
  account: MailAccountDTO
  mail: IncomingMail
}

type Fresh = { id: string; account_id: string; server_date: Date | null; read: ReadEmail }

/**
 * Makes of each mail what the help desk takes: the sender looked up, the orders it names, its files
 * stored. A mail whose files could not be stored waits for the next poll, rather than lose them; one
 * whose account was removed belongs nowhere.
 */
export async function prepareMails(container: MedusaContainer, mails: Fresh[]) {
  const service = container.resolve(MAIL_MODULE)
  const accounts = new Map(
    (await service.listCrmMailAccounts({}, { take: null })).map((account) => [
      account.id,
      account,
    ])
  )
  const own = new OwnAddresses([...accounts.values()].map(({ address }) => address))
  const senders = mails.map(({ read }) => read.from?.address)
  const customers = await customersGuessed(container, senders)
  const agents = await agentsAmong(container, senders)
  const oftenAnswered = await service.oftenAnswered(
    senders.flatMap((address) => address?.toLowerCase() ?? [])
  )
  const orders = await ordersByNumber(container, mails.flatMap(numbersOf))
  const key = await service.referenceKey()
  const orphaned = mails.filter(({ account_id }) => !accounts.has(account_id))
  const homed = mails.filter(({ account_id }) => accounts.has(account_id))
  const files = await storeFileGroups(
    container,
    homed.map(({ id, read }) => ({ key: id, files: read.attachments }))
  )
  const postponed: { id: string; reason: string }[] = []
  const prepared: PreparedMail[] = []

  for (const { id, account_id, server_date, read } of homed) {
    const account = accounts.get(account_id) as MailAccountDTO
    const stored = files.get(id) ?? []

    if ("failed" in stored) {
      postponed.push({
        id,
        reason: mailSentence("files_refused", { words: stored.failed }),
      })
      continue
    }
    const check = senderCheck(
      read.authentication_results,
      account.authserv_id,
      read.from?.address ?? null
    )
    const sender = read.from?.address.toLowerCase() ?? null
    const known = sender && check !== "fail" ? customers.get(sender) : undefined
    const references = referencesOf(read)

    prepared.push({
      id,
      server_date,
      read,
      account,
      mail: {
        inbound_mail_id: id,
        mail_account_id: account.id,
        department_id: account.department_id,
        from: {
          // A mail without a name gets the one the shop knows (V-44).
          name: read.from?.name || known?.name || "",
          email: read.from?.address ?? null,
        },
        to: read.to.map(({ address }) => address),
        cc: read.cc.map(({ address }) => address).filter((to) => !own.has(to)),
        subject: read.subject,
        body_text: read.reply_text,
        body_html: read.reply_html,
        signature_text: read.signature_text,
        quoted_text: read.quoted_text,
        message_id: read.message_id,
        references,
        signed: references.flatMap(
          (reference) => readSignedReference(reference, key) ?? []
        ),
        automated: read.automated.kind === "none" ? null : read.automated.kind,
        sender_check: check,
        sender_claim: claimOf(sender, own, agents),
        reply_to: read.reply_to
          .map(({ address }) => address)
          .filter((address) => address.toLowerCase() !== sender),
        is_often_answered: sender !== null && oftenAnswered.has(sender),
        problems: read.problems,
        customer: known
          ? { id: known.id, proof: check === "pass" ? "verified" : "address_match" }
          : null,
        orders: orders.size
          ? ordersNamed(numbersOf({ read }), orders, sender, check)
          : [],
        attachments: stored,
      },
    })
  }
  return { prepared, postponed, orphaned }
}

/** An address that the desk knows as one of its own people's, or its own. */
function claimOf(
  sender: string | null,
  own: OwnAddresses,
  agents: ReadonlySet<string>
): IncomingMail["sender_claim"] {
  if (sender === null) {
    return null
  }
  return own.has(sender) ? "own_account" : agents.has(sender) ? "agent" : null
}

const numbersOf = ({ read }: { read: ReadEmail }) =>
  read.automated.kind === "none"
    ? orderNumbersIn(`${read.subject}\n${read.reply_text}`)
    : []

function ordersNamed(
  numbers: string[],
  orders: ReadonlyMap<string, KnownOrder>,
  sender: string | null,
  check: "pass" | "fail" | "none"
): IncomingMail["orders"] {
  return numbers.flatMap((number) => {
    const order = orders.get(number)
    const proof: OrderProof | null = order
      ? proofOf(sender, order.addresses, check)
      : null

    return order && proof ? [{ order_id: order.id, display_id: number, proof }] : []
  })
}
