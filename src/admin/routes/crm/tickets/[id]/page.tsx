import { LayoutComposer } from "@medusajs/dashboard/components"
import { useQuery } from "@tanstack/react-query"
import { useParams } from "react-router-dom"
import { Desk } from "../../../../components/desk"
import { LoadError } from "../../../../components/load-error"
import { usePageTitle } from "../../../../components/use-page-title"
import { hasStatus } from "../../../../lib/server-error"
import { ticketQueries } from "../../../../queries/tickets"
import { Composer } from "./composer/composer"
import { LeftDraft } from "./composer/left-draft"
import { QuoteProvider } from "./composer/quote-context"
import { Conversation } from "./conversation/conversation"
import { HeadSection } from "./head/head-section"
import { HistorySection } from "./conversation/history-section"
import { NotFound } from "./not-found"
import { CustomerSection } from "./side/customer-section"
import { FactsSection } from "./side/facts-section"
import { FollowUpsSection } from "./side/follow-ups-section"
import { OrdersSection } from "./side/orders-section"
import { FieldsSection } from "./side/fields-section"
import { RatingsSection } from "./side/ratings-section"
import { RelatedSection } from "./side/related-section"
import { WatchingSection } from "./side/watching-section"
import { TicketCrumb } from "./ticket-crumb"
import { TicketShortcuts } from "./ticket-shortcuts"
import { TicketSkeleton } from "./ticket-skeleton"

const TicketPage = () => {
  const { id = "" } = useParams()
  const { data, error, refetch } = useQuery(ticketQueries.detail(id))
  const ticket = data?.ticket
  usePageTitle(ticket && `#${ticket.number} ${ticket.subject}`)

  if (hasStatus(error, 404)) {
    return (
      <Desk>
        <NotFound />
        <LeftDraft ticketId={id} />
      </Desk>
    )
  }
  if (!ticket) {
    return error ? <LoadError error={error} onRetry={refetch} /> : <TicketSkeleton />
  }

  return (
    <QuoteProvider>
      <LayoutComposer
        // Another ticket is another page: nothing typed for one may show up in the other.
        key={ticket.id}
        widgetsZonePrefix="crm_ticket.details"
        preferredLayoutId="core:two-column"
        data={ticket}
        sections={{
          main: (
            <>
              <LayoutComposer.Entry id="CrmTicketHead">
                <TicketShortcuts ticket={ticket} />
                <HeadSection ticket={ticket} />
              </LayoutComposer.Entry>
              <LayoutComposer.Entry id="CrmTicketComposer">
                <Composer ticket={ticket} />
              </LayoutComposer.Entry>
              <LayoutComposer.Entry id="CrmTicketConversation">
                <Conversation ticket={ticket} />
              </LayoutComposer.Entry>
              <LayoutComposer.Entry id="CrmTicketHistory">
                <HistorySection ticket={ticket} />
              </LayoutComposer.Entry>
            </>
          ),
          side: (
            <>
              <LayoutComposer.Entry id="CrmTicketCustomer">
                <CustomerSection ticket={ticket} />
              </LayoutComposer.Entry>
              <LayoutComposer.Entry id="CrmTicketOrders">
                <OrdersSection ticket={ticket} />
              </LayoutComposer.Entry>
              <LayoutComposer.Entry id="CrmTicketRatings">
                <FieldsSection ticket={ticket} />
                <RatingsSection ticket={ticket} />
              </LayoutComposer.Entry>
              <LayoutComposer.Entry id="CrmTicketRelated">
                <RelatedSection ticket={ticket} />
              </LayoutComposer.Entry>
              <LayoutComposer.Entry id="CrmTicketFollowUps">
                <FollowUpsSection ticket={ticket} />
              </LayoutComposer.Entry>
              <LayoutComposer.Entry id="CrmTicketWatching">
                <WatchingSection ticket={ticket} />
              </LayoutComposer.Entry>
              <LayoutComposer.Entry id="CrmTicketFacts">
                <FactsSection ticket={ticket} />
              </LayoutComposer.Entry>
            </>
          ),
        }}
      />
    </QuoteProvider>
  )
}

export const handle = {
  breadcrumb: (match: { params: { id?: string } }) => (
    <TicketCrumb id={match.params.id ?? ""} />
  ),
}

export default TicketPage
