import { useState } from "react"
import type { Access, FormField } from "../../client/types"
import { statusOf } from "../failure-text"
import { FieldForm } from "../fields/field-form"
import { FocusedHeading } from "../focused-heading"
import { useSupport } from "../support-provider"
import type { Translate } from "../texts/translate"

/** First the order and its address, then the code out of the mail. */
export function OrderDoor({ onOpen }: { onOpen(access: Access): void }) {
  const [asked, setAsked] = useState<string | null>(null)

  return asked === null ? (
    <AskForCode onAsked={setAsked} />
  ) : (
    <EnterCode requestId={asked} onOpen={onOpen} onAgain={() => setAsked(null)} />
  )
}

function AskForCode({ onAsked }: { onAsked(id: string): void }) {
  const { client, locale, text } = useSupport()
  return (
    <section className="crm-door">
      <h2 className="crm-title">{text("door_title")}</h2>
      <p className="crm-intro">{text("door_intro")}</p>
      <FieldForm
        fields={doorFields(text)}
        submitLabel={text("door_send_code")}
        onSubmit={async ({ order_number, email }) => {
          const { id } = await client.orderAccess.request({
            order_number: String(order_number),
            email: String(email),
            locale,
          })
          onAsked(id)
        }}
      />
    </section>
  )
}

function EnterCode({
  requestId,
  onOpen,
  onAgain,
}: {
  requestId: string
  onOpen(access: Access): void
  onAgain(): void
}) {
  const { client, text } = useSupport()
  const code: FormField = {
    key: "code",
    type: "text",
    label: text("door_code"),
    required: true,
  }
  return (
    <section className="crm-door">
      <FocusedHeading>{text("door_title")}</FocusedHeading>
      <p className="crm-intro" role="status">
        {text("door_sent")}
      </p>
      <FieldForm
        fields={[code]}
        submitLabel={text("door_open")}
        describeFailure={(error) => (statusOf(error) === 401 ? text("door_wrong") : null)}
        onSubmit={async (answers) =>
          onOpen(await client.orderAccess.confirm(requestId, String(answers.code)))
        }
        actions={
          <button type="button" className="crm-button" onClick={onAgain}>
            {text("door_again")}
          </button>
        }
      />
    </section>
  )
}

const doorFields = (text: Translate): FormField[] => [
  {
    key: "order_number",
    type: "text",
    label: text("door_order_number"),
    required: true,
    placeholder: "1042",
  },
  { key: "email", type: "email", label: text("door_email"), required: true },
]
