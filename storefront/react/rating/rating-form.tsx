import { useId, useState, type FormEvent } from "react"
import type { RatingChoice } from "../../client/types"
import { failureText } from "../failure-text"
import { useSupport } from "../support-provider"

type Props = {
  question: string
  scale: RatingChoice[]
  value: number | null
  comment: string | null
  onRate(rating: { value: number; comment?: string }): Promise<void>
}

/** One question with one answer out of a few, and room for words. */
export function RatingForm({ question, scale, onRate, ...given }: Props) {
  const { text } = useSupport()
  const [value, setValue] = useState(given.value)
  const [comment, setComment] = useState(given.comment ?? "")
  const [failure, setFailure] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const id = useId()

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (value === null) {
      setFailure(text("complaint_required", { label: question }))
      return
    }
    setSending(true)
    setFailure(null)
    await onRate({ value, ...(comment.trim() && { comment: comment.trim() }) }).catch(
      (error) => setFailure(failureText(error, text))
    )
    setSending(false)
  }
  return (
    <form
      className="crm-form crm-rating"
      noValidate
      onSubmit={send}
      aria-busy={isSending}
    >
      <fieldset
        className="crm-field"
        aria-describedby={failure ? `${id}-error` : undefined}
      >
        <legend className="crm-label">{question}</legend>
        <div className="crm-scale">
          {scale.map((choice) => (
            <label className="crm-choice" key={choice.value}>
              <input
                type="radio"
                name={id}
                value={choice.value}
                checked={choice.value === value}
                onChange={() => setValue(choice.value)}
              />{" "}
              {choice.label}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="crm-field">
        <label className="crm-label" htmlFor={`${id}-comment`}>
          {text("rating_comment")}{" "}
          <span className="crm-optional">{text("optional")}</span>
        </label>
        <textarea
          id={`${id}-comment`}
          className="crm-input"
          rows={3}
          value={comment}
          onChange={({ currentTarget }) => setComment(currentTarget.value)}
        />
      </div>
      <p className="crm-error" id={`${id}-error`} role="alert">
        {failure ?? ""}
      </p>
      <div className="crm-actions">
        <button type="submit" className="crm-button crm-button-main" disabled={isSending}>
          {isSending ? text("form_sending") : text("rating_send")}
        </button>
      </div>
    </form>
  )
}
