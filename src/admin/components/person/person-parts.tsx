import { Skeleton, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { FindPerson, Person } from "../../../api/admin/crm/people/contract"
import { messageOf } from "../../lib/server-error"
import { personQuery } from "../../queries/people"
import { useAfterPaint } from "../use-after-paint"
import { Addresses } from "./addresses"
import { GroupTickets } from "./group-tickets"
import { Notes } from "./notes"
import { Timeline } from "./timeline"

type PersonPartsProps = { who: FindPerson; ticketId?: string }

/** Notes, timeline and group of a person, asked for when the page stands. */
export const PersonParts = ({ who, ticketId }: PersonPartsProps) => {
  const { data, error } = useQuery({ ...personQuery(who), enabled: useAfterPaint() })

  if (error) {
    return (
      <Text size="small" className="text-ui-fg-error px-6 py-4" role="alert">
        {messageOf(error)}
      </Text>
    )
  }
  if (!data) {
    return (
      <div className="px-6 py-4">
        <Skeleton className="h-16 w-full" />
      </div>
    )
  }
  const { person } = data

  return (
    <>
      <Identities person={person} />
      <Addresses person={person} main={who.email ?? person.emails[0]} />
      <Notes who={who} notes={person.notes} />
      <Timeline entries={person.timeline} except={ticketId} />
      <GroupTickets groups={person.groups} except={ticketId} />
    </>
  )
}

/** The shop may know one person several times: as a guest and by an account, or by two addresses. */
const Identities = ({ person }: { person: Person }) => {
  const { t } = useTranslation("crmDesk")

  return person.customers.length > 1 ? (
    <Text size="small" className="text-ui-fg-subtle px-6 py-4">
      {person.addresses.length > 0
        ? t("addresses.several", {
            count: person.customers.length,
            orders: person.orders.total,
          })
        : t("person.several", {
            count: person.customers.length,
            orders: person.orders.total,
          })}
    </Text>
  ) : null
}
