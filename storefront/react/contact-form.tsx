import { useCallback, useState } from "react"
import type { FieldValues } from "../client/check-answers"
import type { Form, SubmissionResult } from "../client/types"
import { CaptchaError, useCaptcha } from "./captcha/use-captcha"
import { statusOf } from "./failure-text"
import { FieldForm } from "./fields/field-form"
import { FocusedHeading } from "./focused-heading"
import { Failure, Loading } from "./loading"
import { useSupport } from "./support-provider"
import { useLoaded } from "./use-loaded"

type Props = {
  /** The form's handle, as the merchant set it. */
  form: string
  /** What is known already, by the keys of the fields, e.g. `{ email }`. */
  initial?: FieldValues
  onSent?(result: SubmissionResult): void
}

/** A form that the merchant built, for everybody. */
export function ContactForm({ form: handle, initial, onSent }: Props) {
  const { client, locale, text } = useSupport()
  const [sent, setSent] = useState<SubmissionResult | null>(null)
  const { data, error, reload } = useLoaded(
    useCallback(() => client.forms.retrieve(handle, locale), [client, handle, locale])
  )
  if (statusOf(error) === 404) return <p className="crm-empty">{text("form_missing")}</p>
  if (error) return <Failure error={error} onRetry={reload} />
  if (!data) return <Loading />
  if (sent) return <Sent result={sent} onAgain={() => setSent(null)} />
  return (
    <section className="crm-contact-form" aria-label={data.title}>
      <h2 className="crm-title">{data.title}</h2>
      {data.intro && <p className="crm-intro">{data.intro}</p>}
      <OpenForm
        form={data}
        initial={initial}
        onSent={(result) => {
          setSent(result)
          onSent?.(result)
        }}
      />
    </section>
  )
}

function OpenForm({
  form,
  initial,
  onSent,
}: {
  form: Form
  initial: FieldValues | undefined
  onSent(result: SubmissionResult): void
}) {
  const { client, locale, text } = useSupport()
  const captcha = useCaptcha(form)
  const [trapped, setTrapped] = useState("")

  return (
    <FieldForm
      fields={form.fields}
      initial={initial}
      submitLabel={form.submit_label ?? text("form_send")}
      onFirstTouch={captcha.start}
      describeFailure={(error) => (error instanceof CaptchaError ? error.message : null)}
      onSubmit={async (fields) => {
        const answer = await captcha.answer()
        try {
          onSent(
            await client.forms.submit(
              form.handle,
              {
                fields,
                ...(answer && { captcha: answer }),
                ...(trapped && { honeypot: { field: form.honeypot, value: trapped } }),
              },
              locale
            )
          )
        } finally {
          captcha.reset()
        }
      }}
    >
      <Honeypot name={form.honeypot} value={trapped} onChange={setTrapped} />
      {captcha.widget}
    </FieldForm>
  )
}

const OUT_OF_SIGHT = { position: "absolute", left: "-10000px" } as const

/** A field for robots: people neither see nor reach it. */
function Honeypot({
  name,
  value,
  onChange,
}: {
  name: string
  value: string
  onChange(value: string): void
}) {
  return (
    <div aria-hidden="true" style={OUT_OF_SIGHT}>
      <input
        name={name}
        tabIndex={-1}
        autoComplete="off"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  )
}

function Sent({ result, onAgain }: { result: SubmissionResult; onAgain(): void }) {
  const { text } = useSupport()
  return (
    <section className="crm-sent">
      <FocusedHeading>{text("form_sent")}</FocusedHeading>
      <p>{result.message}</p>
      {result.ticket_number !== null && (
        <p>{text("form_sent_number", { number: result.ticket_number })}</p>
      )}
      <button type="button" className="crm-button" onClick={onAgain}>
        {text("form_again")}
      </button>
    </section>
  )
}
