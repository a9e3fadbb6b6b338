import { useCallback, useMemo } from "react"
import type { Access } from "../../client/types"
import { statusOf } from "../failure-text"
import { Failure, Loading } from "../loading"
import { SupportFor, useSupport } from "../support-provider"
import { TicketThread } from "../ticket-thread"
import { useLoaded } from "../use-loaded"

/** Where the link of a mail leads: to the one request it is about. */
export function TicketLink({ token }: { token: string }) {
  const { client, text } = useSupport()
  const { data, error, reload } = useLoaded(
    useCallback(() => client.ticketLinks.open(token), [client, token])
  )
  if (data) return <LinkedTicket session={data} />
  if (statusOf(error) === 401 || statusOf(error) === 404) {
    return <p className="crm-empty">{text("link_ended")}</p>
  }
  return error ? <Failure error={error} onRetry={reload} /> : <Loading />
}

function LinkedTicket({ session }: { session: Access & { ticket_id: string } }) {
  const { client } = useSupport()
  const visitor = useMemo(() => client.withAccess(session), [client, session])
  return (
    <SupportFor client={visitor} ended="link_ended">
      <TicketThread ticketId={session.ticket_id} />
    </SupportFor>
  )
}
