import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react"
import {
  answersOf,
  checkValues,
  type Complaint,
  type FieldValues,
} from "../../client/check-answers"
import type { FieldAnswers, FormField } from "../../client/types"
import { failureText } from "../failure-text"
import { FilePicker } from "../files/file-picker"
import { filesOf, useUploads, type Upload } from "../files/use-uploads"
import { useSupport } from "../support-provider"
import { complaintText } from "./complaint-text"
import { FieldFrame } from "./field-frame"
import { FieldInput } from "./field-input"

type Props = {
  fields: FormField[]
  initial?: FieldValues
  submitLabel: string
  /** Of a field for files: their references. What it throws is shown, and what was entered stays. */
  onSubmit(answers: FieldAnswers): Promise<void>
  /** In the shopper's words, instead of the usual ones. */
  describeFailure?(error: unknown): string | null
  onFirstTouch?(): void
  /** Between the fields and the button. */
  children?: ReactNode
  /** Beside the button. */
  actions?: ReactNode
}

/**
 * Every form of the desk. What is wrong stands at its field, is counted aloud, and has the focus.
 */
export function FieldForm(props: Props) {
  const { fields, submitLabel, children, actions } = props
  const { text } = useSupport()
  const form = useRef<HTMLFormElement>(null)
  const { values, change, complaints, uploads, failure, isSending, tries, submit } =
    useFieldForm(props)

  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus()
  }, [tries])

  return (
    <form
      className="crm-form"
      noValidate
      ref={form}
      onSubmit={submit}
      onFocus={props.onFirstTouch}
      aria-busy={isSending}
    >
      {fields.map((field) => (
        <FieldFrame
          key={field.key}
          field={field}
          error={complaintText(field, complaints.get(field.key), text)}
        >
          {(input) =>
            field.type === "file" ? (
              <FilePicker
                input={input}
                uploads={uploads.uploads.filter((upload) => upload.field === field.key)}
                onAdd={(files) => uploads.add(field.key, files)}
                onRemove={uploads.remove}
              />
            ) : (
              <FieldInput
                field={field}
                input={input}
                value={values[field.key]}
                onChange={(value) => change(field.key, value)}
              />
            )
          }
        </FieldFrame>
      ))}
      {children}
      <p className="crm-error crm-form-error" role="alert">
        {failure ?? countText(complaints.size, text)}
      </p>
      <div className="crm-actions">
        <button type="submit" className="crm-button crm-button-main" disabled={isSending}>
          {isSending ? text("form_sending") : submitLabel}
        </button>
        {actions}
      </div>
    </form>
  )
}

function useFieldForm({ fields, initial = {}, onSubmit, describeFailure }: Props) {
  const { text } = useSupport()
  const [values, setValues] = useState<FieldValues>(initial)
  const [complaints, setComplaints] = useState(new Map<string, Complaint>())
  const [failure, setFailure] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const [tries, setTries] = useState(0)
  const uploads = useUploads()

  const send = async () => {
    setSending(true)
    try {
      await onSubmit({ ...answersOf(fields, values), ...filesOf(uploads.uploads) })
    } catch (error) {
      setFailure(describeFailure?.(error) ?? failureText(error, text))
    } finally {
      setSending(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = checkValues(fields, withUploads(fields, values, uploads.uploads))
    setComplaints(found)
    setFailure(null)
    setTries((before) => before + 1)
    if (found.size) return
    if (uploads.isRunning) setFailure(text("complaint_uploading"))
    else void send()
  }
  const change = (key: string, value: FieldValues[string]) => {
    setValues((before) => ({ ...before, [key]: value }))
    setComplaints((before) => new Map([...before].filter(([other]) => other !== key)))
  }
  return { values, change, complaints, uploads, failure, isSending, tries, submit }
}

/** A field for files is filled in when one of them was taken. */
function withUploads(fields: FormField[], values: FieldValues, uploads: Upload[]) {
  const files = fields
    .filter(({ type }) => type === "file")
    .map(({ key }) => [
      key,
      uploads
        .filter(({ field, failure }) => field === key && !failure)
        .map(({ name }) => name),
    ])
  return { ...values, ...Object.fromEntries(files) }
}

const countText = (count: number, text: ReturnType<typeof useSupport>["text"]) => {
  if (!count) return ""
  return count === 1 ? text("form_check_one") : text("form_check_many", { count })
}
