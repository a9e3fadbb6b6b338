import { useCallback } from "react"
import type { FieldValues } from "../client/check-answers"
import type { Department, FormField, TicketWithMessages } from "../client/types"
import { FieldForm } from "./fields/field-form"
import { Failure, Loading } from "./loading"
import { useSupport } from "./support-provider"
import type { Translate } from "./texts/translate"
import { useLoaded } from "./use-loaded"

type Props = {
  /** An order of Medusa: the request is about it, and it is not asked for. */
  orderId?: string
  /** Offers to keep a request from colleagues who share theirs. */
  offerPrivate?: boolean
  /** What is known already, e.g. `{ name, phone }`. */
  initial?: FieldValues
  onCreated?(ticket: TicketWithMessages): void
  onCancel?(): void
}

/** Asks a department of the shop, about an order or not. */
export function NewRequest(props: Props) {
  const { client, text } = useSupport()
  const { data, error, reload } = useLoaded(
    useCallback(() => client.departments.list(), [client])
  )
  if (error) return <Failure error={error} onRetry={reload} />
  if (!data) return <Loading />
  if (!data.length) {
    return <p className="crm-empty">{text("request_departments_none")}</p>
  }
  return <OpenRequest {...props} departments={data} />
}

function OpenRequest({
  departments,
  orderId,
  offerPrivate = false,
  initial = {},
  onCreated,
  onCancel,
}: Props & { departments: Department[] }) {
  const { client, text } = useSupport()
  // Who came through the door of an order can ask about no other.
  const asksForOrder = !orderId && !client.access
  const [only] = departments.length === 1 ? departments : []

  return (
    <FieldForm
      fields={requestFields(departments, { asksForOrder, offerPrivate }, text)}
      initial={{ ...(only && { department_id: only.id }), ...initial }}
      submitLabel={text("request_send")}
      onSubmit={async (answers) => {
        const { department_id, subject, message, name, phone, order_id, files } = answers
        const ticket = await client.tickets.create({
          department_id: String(department_id),
          subject: String(subject),
          message: String(message),
          ...(name && { name: String(name) }),
          ...(phone && { phone: String(phone) }),
          ...(orderId
            ? { order_id: orderId }
            : order_id && { order_id: String(order_id) }),
          ...(Array.isArray(files) && { attachment_ids: files }),
          ...(answers.private_to_me && { private_to_me: true }),
        })
        onCreated?.(ticket)
      }}
      actions={
        onCancel && (
          <button type="button" className="crm-button" onClick={onCancel}>
            {text("back")}
          </button>
        )
      }
    />
  )
}

function requestFields(
  departments: Department[],
  { asksForOrder, offerPrivate }: { asksForOrder: boolean; offerPrivate: boolean },
  text: Translate
): FormField[] {
  const choices = departments.map(({ id, name }) => ({ value: id, label: name }))
  const fields: (FormField | false)[] = [
    {
      key: "department_id",
      type: "choice",
      label: text("request_department"),
      required: true,
      choices,
    },
    asksForOrder && {
      key: "order_id",
      type: "order",
      label: text("request_order"),
      required: false,
    },
    {
      key: "subject",
      type: "text",
      label: text("request_subject"),
      required: true,
      max: 250,
    },
    { key: "message", type: "long_text", label: text("request_message"), required: true },
    { key: "files", type: "file", label: text("files_label"), required: false },
    { key: "phone", type: "phone", label: text("request_phone"), required: false },
    offerPrivate && {
      key: "private_to_me",
      type: "consent",
      label: text("request_private"),
      required: false,
    },
  ]
  return fields.filter((field) => field !== false)
}
