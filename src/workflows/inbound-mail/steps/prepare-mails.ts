import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderProof } from "../../../modules/helpdesk/domain/order-proof"
import { proofOf } from "../../../modules/helpdesk/domain/order-proof"
import { orderNumbersIn } from "../../../modules/helpdesk/domain/order-numbers"
import { senderCheck } from "../../../modules/helpdesk/domain/sender-check"
import type { IncomingMail } from "../../../modules/helpdesk/records/receive-mails"
import type { StoredFile } from "../../../modules/helpdesk/types"
import { MAIL_MODULE } from "../../../modules/mail"
import { readSignedReference } from "../../../modules/mail/domain/signed-reference"
import type { ReadEmail } from "../../../modules/mail/mime/read-email"
import type { MailAccountDTO } from "../../../modules/mail/types"
import { storeFiles } from "../../files"
import { customersGuessed, ordersByNumber, type KnownOrder } from "./look-up-senders"

export type PreparedMail = {
  id: string
  server_date: Date | null
  read: ReadEmail
  account: MailAccountDTO
  mail: IncomingMail
}

type Fresh = { id: string; account_id: string; server_date: Date | null; read: ReadEmail }

/** References that are looked at; a mail may carry a megabyte of them. */
const MOST_REFERENCES = 50

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
  const ownAddresses = new Set([...accounts.values()].map(({ address }) => address))
  const customers = await customersGuessed(
    container,
    mails.map(({ read }) => read.from?.address)
  )
  const orders = await ordersByNumber(container, mails.flatMap(numbersOf))
  const key = await service.referenceKey()
  const prepared: PreparedMail[] = []
  const postponed: { id: string; reason: string }[] = []
  const orphaned: Fresh[] = []

  await Promise.all(
    mails.map(async ({ id, account_id, server_date, read }, index) => {
      const account = accounts.get(account_id)

      if (!account) {
        orphaned.push({ id, account_id, server_date, read })
        return
      }
      let files: StoredFile[]

      try {
        files = await storeFiles(container, read.attachments)
      } catch (error) {
        postponed.push({
          id,
          reason: `Its attachments could not be stored: ${(error as Error).message}`,
        })
        return
      }
      const check = senderCheck(read.authentication_results, account.authserv_id)
      const sender = read.from?.address.toLowerCase() ?? null
      const known = sender && check !== "fail" ? customers.get(sender) : undefined
      const references = [
        read.bounce?.original_message_id ?? [],
        read.in_reply_to,
        [...read.references].reverse(),
      ]
        .flat()
        .slice(0, MOST_REFERENCES)

      prepared[index] = {
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
          cc: read.cc.map(({ address }) => address).filter((to) => !ownAddresses.has(to)),
          subject: read.subject,
          body_text: read.reply_text,
          body_html: read.reply_html,
          signature_text: read.signature_text,
          quoted_text: read.quoted_text,
          message_id: read.message_id,
          references: [...new Set(references)],
          signed: references.flatMap(
            (reference) => readSignedReference(reference, key) ?? []
          ),
          automated: read.automated.kind === "none" ? null : read.automated.kind,
          sender_check: check,
          problems: read.problems,
          customer: known
            ? { id: known.id, proof: check === "pass" ? "verified" : "address_match" }
            : null,
          orders: ordersNamed(numbersOf({ read }), orders, sender, check),
          attachments: files,
        },
      }
    })
  )
  return { prepared: prepared.filter(Boolean), postponed, orphaned }
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
