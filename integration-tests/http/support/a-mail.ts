import type { IncomingMail } from "../../../src/modules/helpdesk/records/incoming-mail"

/** A customer's mail as the mail side hands it over, without anything remarkable. */
export const aMail = (changes: Partial<IncomingMail>): IncomingMail => ({
  inbound_mail_id: "imail_1",
  mail_account_id: "macc_1",
  department_id: "crmdep_1",
  from: { name: "Mia Moon", email: "mia@shopper.test" },
  to: ["support@shop.test"],
  cc: [],
  subject: "Parcel",
  body_text: "Thank you!",
  body_html: null,
  signature_text: "",
  quoted_text: "",
  message_id: "1@shopper.test",
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
})
