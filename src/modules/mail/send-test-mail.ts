import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { domainOf } from "./domain/mail-address"
import { serverWords } from "./domain/server-words"
import { signedReference } from "./domain/signed-reference"
import { sendMail, type LeavingMail, type SmtpSettings } from "./transports/smtp"
import type { MailAccountDTO } from "./types"

export const newTestId = () => generateEntityId("", "mtest").toLowerCase()

/**
 * Sends a mail from an account to itself. It carries a reference that we signed, so that it is known
 * for what it is when it comes back, and opens no ticket.
 * @returns the server's words
 * @throws NOT_ALLOWED with the server's words when it was refused
 */
export async function sendTestMail(
  { address, name }: Pick<MailAccountDTO, "address" | "name">,
  smtp: SmtpSettings,
  testId: string,
  referenceKey: Buffer
): Promise<string> {
  const reference = signedReference(testId, domainOf(address), referenceKey)

  try {
    const { refused, response } = await sendMail(
      smtp,
      testMail({ name: name || address, address }, reference)
    )

    if (!refused.length) {
      return response
    }
    throw refusal(refused[0].response)
  } catch (error) {
    throw error instanceof MedusaError ? error : refusal(serverWords(error))
  }
}

const testMail = (
  self: { name: string; address: string },
  reference: string
): LeavingMail => ({
  from: self,
  to: [self.address],
  cc: [],
  envelope_to: [self.address],
  subject: "Test mail of your help desk",
  text: "Your help desk sent this mail to itself to see whether it comes back. You need not answer it.\n",
  html: null,
  message_id: reference,
  in_reply_to: null,
  references: [],
  loop_token: null,
  // RFC 3834 5.1: no vacation program answers it. The second header repeats the reference for
  // servers that give every submitted mail a Message-ID of their own.
  headers: { "Auto-Submitted": "auto-generated", "X-Loop": reference },
  attachments: [],
})

const refusal = (words: string) =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `The test mail could not be sent. ${words}`
  )
