/** The one form of the demo's storefront: what it asks, in the shop's two languages. */
export const contactForm = {
  handle: "contact",
  name: "Contact page",
  department: "Customer Service",
  default_locale: "en",
  texts: {
    en: {
      title: "Write to us",
      intro: "A person reads this, and answers within one working day.",
      submit_label: "Send",
      thanks: "We have your message and answer within one working day.",
    },
    de: {
      title: "Schreiben Sie uns",
      intro: "Das liest ein Mensch, und er antwortet innerhalb eines Werktags.",
      submit_label: "Senden",
      thanks: "Wir haben Ihre Nachricht und antworten innerhalb eines Werktags.",
    },
  },
  fields: [
    {
      key: "name",
      type: "text" as const,
      required: true,
      texts: { en: { label: "Your name" }, de: { label: "Ihr Name" } },
    },
    {
      key: "email",
      type: "email" as const,
      required: true,
      texts: {
        en: { label: "E-mail address", help: "We answer to this address." },
        de: { label: "E-Mail-Adresse", help: "An diese Adresse antworten wir." },
      },
    },
    {
      key: "topic",
      type: "choice" as const,
      required: true,
      choices: ["delivery", "return", "product", "other"],
      texts: {
        en: {
          label: "Topic",
          choices: {
            delivery: "Delivery",
            return: "Return or exchange",
            product: "A product",
            other: "Something else",
          },
        },
        de: {
          label: "Thema",
          choices: {
            delivery: "Lieferung",
            return: "Rückgabe oder Umtausch",
            product: "Ein Produkt",
            other: "Etwas anderes",
          },
        },
      },
    },
    {
      key: "order",
      type: "order" as const,
      required: false,
      texts: { en: { label: "Order" }, de: { label: "Bestellung" } },
    },
    {
      key: "subject",
      type: "text" as const,
      required: true,
      max: 120,
      texts: { en: { label: "What is it about?" }, de: { label: "Worum geht es?" } },
    },
    {
      key: "message",
      type: "long_text" as const,
      required: true,
      texts: { en: { label: "Your message" }, de: { label: "Ihre Nachricht" } },
    },
    {
      // One of custom-fields.ts.
      key: "batch_number",
      type: "text" as const,
      required: false,
      texts: {
        en: { label: "Batch number", help: "It stands on the label inside." },
        de: { label: "Chargennummer", help: "Sie steht auf dem Etikett innen." },
      },
    },
    {
      key: "photo",
      type: "file" as const,
      required: false,
      max: 3,
      texts: {
        en: { label: "Photo", help: "Up to three pictures or PDFs." },
        de: { label: "Foto", help: "Bis zu drei Bilder oder PDFs." },
      },
    },
    {
      key: "privacy",
      type: "consent" as const,
      required: true,
      texts: {
        en: { label: "I agree that Nordwind keeps what I write here to answer me." },
        de: {
          label: "Nordwind darf speichern, was ich hier schreibe, um mir zu antworten.",
        },
      },
    },
  ],
}
