/** What the demo's shop wants to know of every ticket. */
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
