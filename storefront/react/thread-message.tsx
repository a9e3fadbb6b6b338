import type { Message } from "../client/types"
import { AttachmentButton } from "./files/attachment-button"
import { momentOf } from "./formats"
import { useSupport } from "./support-provider"

/** As text: nothing that a mail brings is run, or loaded from elsewhere, by the shop's page. */
export function ThreadMessage({ message }: { message: Message }) {
  const { locale, text } = useSupport()
  const { from, created_at, body_text, attachments } = message

  return (
    <li>
      <article className="crm-message" data-from={from.kind}>
        <p className="crm-message-head">
          <strong>{from.kind === "you" ? text("thread_you") : from.name}</strong>{" "}
          <time dateTime={created_at}>{momentOf(created_at, locale)}</time>
        </p>
        <Paragraphs body={body_text} />
        {attachments.length > 0 && (
          <ul className="crm-attachments" role="list" aria-label={text("thread_files")}>
            {attachments.map((attachment) => (
              <li key={attachment.id}>
                <AttachmentButton attachment={attachment} />
              </li>
            ))}
          </ul>
        )}
      </article>
    </li>
  )
}

/** With its line breaks, also on a page without any style. */
function Paragraphs({ body }: { body: string }) {
  return (
    <div className="crm-message-body">
      {body.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>
          {paragraph.split("\n").map((line, number) => (
            <span key={number}>
              {number > 0 && <br />}
              {line}
            </span>
          ))}
        </p>
      ))}
    </div>
  )
}
