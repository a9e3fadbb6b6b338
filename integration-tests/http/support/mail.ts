import type { IncomingMail } from "../../../src/modules/helpdesk/records/incoming-mail"

let mails = 0

/** A mail as the help desk takes it from the mail module. */
export function anIncomingMail(
  department_id: string,
  changes: Partial<IncomingMail> = {}
): IncomingMail {
  mails += 1

  return {
    inbound_mail_id: `imail_test_${mails}`,
    mail_account_id: "macc_1",
    department_id,
    from: { name: "Mia Moon", email: "mia@shopper.test" },
    to: ["support@shop.test"],
    cc: [],
    subject: "Where is my parcel?",
    body_text: "It has not come.",
    body_html: null,
    signature_text: "",
    quoted_text: "",
    message_id: `test-${mails}@shopper.test`,
    references: [],
    signed: [],
    automated: null,
    sender_check: "none",
    sender_claim: null,
    reply_to: [],
    is_often_answered: false,
    problems: [],
    customer: null,
    orders: [],
    attachments: [],
    ...changes,
  }
}
