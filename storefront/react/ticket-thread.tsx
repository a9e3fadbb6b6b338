import { useCallback, useEffect, useRef, useState } from "react"
import type { TicketWithMessages } from "../client/types"
import { FieldForm } from "./fields/field-form"
import { FocusedHeading } from "./focused-heading"
import { Failure, Loading } from "./loading"
import { RateTicket } from "./rating/rate-ticket"
import { useSupport } from "./support-provider"
import { ThreadHistory } from "./thread-history"
import { ThreadMessage } from "./thread-message"
import { StatusBadge } from "./ticket-line"
import { useLoaded } from "./use-loaded"
import { useNews } from "./use-news"
import { useThreadActions } from "./use-thread-actions"

type Props = { ticketId: string; onBack?(): void }

/** One request: what was said, and what the shopper can do. */
export function TicketThread({ ticketId, onBack }: Props) {
  const { client, text } = useSupport()
  const { data, error, reload, show } = useLoaded(
    useCallback(() => client.tickets.retrieve(ticketId), [client, ticketId])
  )
  return (
    <section className="crm-thread">
      {onBack && (
        <button type="button" className="crm-link crm-back" onClick={onBack}>
          {text("back")}
        </button>
      )}
      {data && <OpenThread ticket={data} onChanged={show} />}
      {!data && (error ? <Failure error={error} onRetry={reload} /> : <Loading />)}
    </section>
  )
}

function OpenThread({
  ticket,
  onChanged,
}: {
  ticket: TicketWithMessages
  onChanged(ticket: TicketWithMessages): void
}) {
  const { text } = useSupport()
  const { tell, news } = useNews()
  const { reply, close, reopen, failure } = useThreadActions(ticket, onChanged, tell)
  const [rounds, setRounds] = useState(0)
  const thread = useRef<HTMLDivElement>(null)

  // The form that was sent is gone, and the focus with it.
  useEffect(() => {
    if (rounds) thread.current?.querySelector("textarea")?.focus()
  }, [rounds])
  return (
    <div className="crm-thread-open" ref={thread}>
      <FocusedHeading>{ticket.subject}</FocusedHeading>
      <Facts ticket={ticket} />
      <ol className="crm-messages" aria-label={text("thread_messages")}>
        {ticket.messages.map((message) => (
          <ThreadMessage key={message.id} message={message} />
        ))}
      </ol>
      {news}
      {failure && (
        <p className="crm-error" role="alert">
          {failure}
        </p>
      )}
      {ticket.can_reply && (
        <FieldForm
          key={rounds}
          fields={[
            {
              key: "message",
              type: "long_text",
              label: text("thread_reply"),
              required: true,
            },
            { key: "files", type: "file", label: text("files_label"), required: false },
          ]}
          submitLabel={text("thread_send")}
          onSubmit={async ({ message, files }) => {
            await reply(String(message), Array.isArray(files) ? files : [])
            setRounds((before) => before + 1)
          }}
        />
      )}
      <div className="crm-actions">
        {/* One button that changes its word: it keeps the focus. */}
        {(ticket.can_close || ticket.can_reopen) && (
          <button
            type="button"
            className="crm-button"
            onClick={ticket.can_close ? close : reopen}
          >
            {text(ticket.can_close ? "thread_close" : "thread_reopen")}
          </button>
        )}
      </div>
      <RateTicket ticket={ticket} onRated={tell} />
      <ThreadHistory history={ticket.history ?? []} />
    </div>
  )
}

function Facts({ ticket }: { ticket: TicketWithMessages }) {
  const { text } = useSupport()
  const facts = [
    text("requests_number", { number: ticket.number }),
    ticket.department.name,
    ticket.order && text("thread_about_order", { number: ticket.order.display_id }),
    ticket.is_shared && text("requests_shared"),
  ].filter(Boolean)

  return (
    <p className="crm-facts">
      <StatusBadge status={ticket.status} /> {facts.join(" · ")}
    </p>
  )
}
