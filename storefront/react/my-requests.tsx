import { useState } from "react"
import type { FieldValues } from "../client/check-answers"
import type { Ticket, TicketPage } from "../client/types"
import { FocusedHeading } from "./focused-heading"
import { Failure, Loading } from "./loading"
import { NewRequest } from "./new-request"
import { useSupport } from "./support-provider"
import { TicketLine } from "./ticket-line"
import { TicketThread } from "./ticket-thread"
import { useTickets } from "./use-tickets"

type Props = {
  /** With pages of your own for requests: where one is. Without, it opens in place. */
  ticketHref?(ticket: Ticket): string
  /** The same for the page that opens a request. */
  newHref?: string
  /** An order that new requests are about. */
  orderId?: string
  /** Offers to keep a request from colleagues who share theirs. */
  offerPrivate?: boolean
  /** What is known already when a request is opened, e.g. `{ phone }`. */
  initial?: FieldValues
  /** Instead of "My requests"; null leaves the heading to your page. */
  title?: string | null
}

type View = { kind: "list" } | { kind: "new" } | { kind: "ticket"; id: string }

/** The requests of a logged-in customer, or of a visitor whom a door let in. */
export function MyRequests(props: Props) {
  const { text } = useSupport()
  const [view, setView] = useState<View>({ kind: "list" })
  const back = () => setView({ kind: "list" })

  if (view.kind === "ticket") return <TicketThread ticketId={view.id} onBack={back} />
  if (view.kind === "new") {
    return (
      <section className="crm-new-request">
        <FocusedHeading>{text("request_title")}</FocusedHeading>
        <NewRequest
          {...props}
          onCancel={back}
          onCreated={({ id }) => setView({ kind: "ticket", id })}
        />
      </section>
    )
  }
  return <RequestList {...props} onView={setView} />
}

function RequestList(props: Props & { onView(view: View): void }) {
  const { title, newHref, onView } = props
  const { client, text } = useSupport()
  const { data, error, reload, showMore } = useTickets(client)

  if (error) return <Failure error={error} onRetry={reload} />
  if (!data) return <Loading />
  return (
    <section className="crm-requests">
      {title !== null && <h2 className="crm-title">{title ?? text("requests_title")}</h2>}
      {newHref ? (
        <a className="crm-button crm-button-main" href={newHref}>
          {text("requests_new")}
        </a>
      ) : (
        <button
          type="button"
          className="crm-button crm-button-main"
          onClick={() => onView({ kind: "new" })}
        >
          {text("requests_new")}
        </button>
      )}
      <Tickets {...props} page={data} />
      {data.count > data.tickets.length && (
        <button type="button" className="crm-button" onClick={showMore}>
          {text("requests_more")}
        </button>
      )}
    </section>
  )
}

function Tickets({
  page,
  ticketHref,
  onView,
}: Pick<Props, "ticketHref"> & { page: TicketPage; onView(view: View): void }) {
  const { text } = useSupport()

  if (!page.tickets.length) return <p className="crm-empty">{text("requests_none")}</p>
  return (
    <ul className="crm-tickets" role="list">
      {page.tickets.map((ticket) => (
        <TicketLine
          key={ticket.id}
          ticket={ticket}
          title={
            ticketHref ? (
              <a href={ticketHref(ticket)}>{ticket.subject}</a>
            ) : (
              <button
                type="button"
                className="crm-link"
                onClick={() => onView({ kind: "ticket", id: ticket.id })}
              >
                {ticket.subject}
              </button>
            )
          }
        />
      ))}
    </ul>
  )
}
