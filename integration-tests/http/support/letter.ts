import { randomBytes } from "node:crypto"
import MailComposer from "nodemailer/lib/mail-composer"
import { MX, SUPPORT } from "./mail-shop"

export type Letter = {
  from: string
  to?: string
  cc?: string[]
  replyTo?: string
  subject?: string
  text?: string
  date?: Date
  messageId?: string
  inReplyTo?: string
  references?: string[]
  headers?: Record<string, string>
  /** What the shop's mail server found out about the sender; null: it did not look. */
  dmarc?: "pass" | "fail" | null
}

/** A mail as it lies in the shop's mailbox. */
export const aLetter = ({
  dmarc = null,
  headers = {},
  ...letter
}: Letter): Promise<Buffer> =>
  new MailComposer({
    to: SUPPORT,
    subject: "Where is my parcel?",
    text: "It has not arrived yet.",
    messageId: `<${randomBytes(8).toString("hex")}@mail.example.com>`,
    headers: {
      ...(dmarc && {
        "Authentication-Results": `${MX}; dmarc=${dmarc} header.from=${domainIn(letter.from)}`,
      }),
      ...headers,
    },
    ...letter,
  })
    .compile()
    .build()

/** Of "Ann <ann@shop.test>" or the address alone. */
const domainIn = (from: string) => /@([\w.-]+)/.exec(from)?.[1]

let people = 0

/** An address nobody else in the test run has. */
export const somebody = (name = "customer") =>
  `${name}${++people}.${randomBytes(3).toString("hex")}@example.com`
