/** What the routes below `/store/crm` take and answer: see docs/api.md. Times are ISO 8601. */

export type Department = { id: string; name: string }

export type OrderReference = { id: string; display_id: number | string }

export type StatusCategory = "open" | "pending" | "on_hold" | "closed"

export type Attachment = {
  id: string
  filename: string
  mime_type: string
  /** In bytes. */
  size: number
}

/** `token` shows that it was this visitor who uploaded it. */
export type UploadedFile = Attachment & { token?: string | null }

export type Message = {
  id: string
  from: { name: string; kind: "you" | "colleague" | "shop" }
  body_text: string
  /** Sanitised by the server; still to be shown in a sandboxed frame, or not at all. */
  body_html: string | null
  attachments: Attachment[]
  created_at: string
}

export type HistoryEntry = {
  id: string
  kind: "opened" | "closed" | "reopened" | "moved"
  at: string
}

export type Ticket = {
  id: string
  number: number
  subject: string
  /** The name is the merchant's own. */
  status: { name: string; category: StatusCategory }
  department: Department
  order: OrderReference | null
  created_at: string
  last_message_at: string
  awaiting: "agent" | "customer" | "none"
  can_reply: boolean
  can_close: boolean
  can_reopen: boolean
  /** Of a colleague in the same group or company. */
  is_shared: boolean
  rating: { value: number; comment: string | null } | null
  /** Of one ticket: the shopper may say how it was. */
  can_rate?: boolean
}

export type TicketWithMessages = Ticket & {
  messages: Message[]
  history?: HistoryEntry[]
}

export type TicketPage = {
  tickets: Ticket[]
  count: number
  limit: number
  offset: number
}

export type NewTicket = {
  department_id: string
  subject: string
  message: string
  name?: string
  phone?: string
  order_id?: string
  attachment_ids?: string[]
  custom_fields?: FieldAnswers
  /** Colleagues of a sharing group do not see it. */
  private_to_me?: boolean
}

export type FieldType =
  | "text"
  | "long_text"
  | "email"
  | "phone"
  | "number"
  | "date"
  | "choice"
  | "multi_choice"
  | "order"
  | "product"
  | "file"
  | "consent"

export type FormField = {
  key: string
  type: FieldType
  label: string
  help?: string | null
  placeholder?: string | null
  required: boolean
  choices?: { value: string; label: string }[] | null
  /** Of a number its value, of a text its length, of files and choices how many. */
  min?: number | null
  max?: number | null
  /** A regular expression for the whole text. */
  pattern?: string | null
}

export type CaptchaQuestion =
  | { provider: "altcha"; challenge_url: string }
  | { provider: "turnstile" | "hcaptcha" | "recaptcha"; site_key: string }

export type Form = {
  handle: string
  title: string
  intro: string | null
  submit_label: string | null
  fields: FormField[]
  captcha: CaptchaQuestion | null
  /** A field that people do not see: who fills it in is a robot. */
  honeypot: string
}

export type FieldAnswer = string | number | boolean | string[]
export type FieldAnswers = Record<string, FieldAnswer>

export type Submission = {
  /** By key; of a field for files: references, as `attachmentReference` writes them. */
  fields: FieldAnswers
  /** More files, for the form's first field that takes some. */
  attachment_ids?: string[]
  /** The answer to the form's captcha. */
  captcha?: string
  /** What stands in the form's honeypot: nothing, for a person. */
  honeypot?: { field: string; value: string }
}

export type SubmissionResult = { ticket_number: number | null; message: string }

/** What lets a visitor without an account in, for one order or one ticket. */
export type Access = { token: string; expires_at: string }

export type GuestOrder = {
  display_id: number | string
  status: string
  fulfillment_status: string | null
  payment_status: string | null
  currency_code: string
  total: number
  items: {
    title: string
    variant_title: string | null
    thumbnail: string | null
    quantity: number
  }[]
  shipments: {
    tracking_numbers: { number: string; url: string | null }[]
    shipped_at: string | null
    delivered_at: string | null
  }[]
}

export type RatingChoice = { value: number; label: string }

export type Rating = {
  ticket_number: number
  question: string
  scale: RatingChoice[]
  value: number | null
  comment: string | null
}

export type CustomerOrder = OrderReference & {
  created_at: string
  total: number
  currency_code: string
}
