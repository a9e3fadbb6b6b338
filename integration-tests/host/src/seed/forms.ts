/** What the demo's shop asks on its contact page, and what it wants to know of every ticket. */
export const customFields = [
  {
    key: "batch_number",
    type: "text" as const,
    label: "Batch number",
    texts: { de: { label: "Chargennummer" } },
    visible_in_store: true,
  },
  {
    key: "outcome",
    type: "choice" as const,
    label: "Outcome",
    choices: ["Refunded", "Sent again", "Explained"],
    texts: {
      de: {
        label: "Ergebnis",
        choices: {
          Refunded: "Erstattet",
          "Sent again": "Neu gesendet",
          Explained: "Erklärt",
        },
      },
    },
  },
]

const field = (
  key: string,
  type:
    "text" | "email" | "phone" | "long_text" | "order" | "file" | "choice" | "consent",
  en: string,
  de: string,
  rest: { required?: boolean; choices?: string[]; max?: number } = {}
) => ({
  key,
  type,
  required: false,
  ...rest,
  texts: { en: { label: en }, de: { label: de } },
})

export const contactForm = {
  handle: "contact",
  name: "Contact page",
  default_locale: "en",
  texts: {
    en: {
      title: "Write to us",
      intro: "We read every message and usually answer within a day.",
      submit_label: "Send message",
      thanks: "Thank you. We have your message and will answer by e-mail.",
    },
    de: {
      title: "Schreiben Sie uns",
      intro: "Wir lesen jede Nachricht und antworten meist innerhalb eines Tages.",
      submit_label: "Nachricht senden",
      thanks: "Vielen Dank. Wir haben Ihre Nachricht und antworten per E-Mail.",
    },
  },
  fields: [
    field("name", "text", "Your name", "Ihr Name", { required: true }),
    field("email", "email", "E-mail address", "E-Mail-Adresse", { required: true }),
    field("order", "order", "Order number", "Bestellnummer"),
    field("message", "long_text", "Your message", "Ihre Nachricht", { required: true }),
    field("batch_number", "text", "Batch number", "Chargennummer"),
    field("photos", "file", "Photos", "Fotos", { max: 5 }),
  ],
}
