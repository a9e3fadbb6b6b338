import { ActionMenu } from "@medusajs/dashboard/components"
import { User, Users } from "@medusajs/icons"
import { toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { useDoneToast } from "../../../../../components/use-undo"
import { messageOf } from "../../../../../lib/server-error"
import { personQuery, useMarkShared } from "../../../../../queries/people"
import { useUpdateTicket } from "../../../../../queries/tickets"

/** What can be done about the person: take the customer off, mark the address as shared (X-16 AC3). */
export const CustomerMenu = ({
  ticket: { id, customer, requester },
}: {
  ticket: Ticket
}) => {
  const { t } = useTranslation("crmDesk")
  const who = {
    ...(customer ? { customer_id: customer.id } : {}),
    ...(requester.email ? { email: requester.email } : {}),
  }
  // The parts below ask for it; the menu only knows what they know.
  const { data } = useQuery({ ...personQuery(who), enabled: false })
  const { mutate: mark } = useMarkShared()
  const { mutate: update } = useUpdateTicket(id)
  const done = useDoneToast()
  const isShared = data?.person.is_shared ?? false
  const onError = (error: Error) => {
    toast.error(messageOf(error))
  }
  const actions = [
    ...(requester.email
      ? [
          {
            icon: <Users />,
            label: isShared ? t("person.notShared") : t("person.shared"),
            onClick: () =>
              mark(
                { email: requester.email, is_shared: !isShared },
                {
                  onSuccess: () =>
                    toast.success(
                      isShared
                        ? t("person.notSharedDone", { email: requester.email })
                        : t("person.sharedDone", { email: requester.email })
                    ),
                  onError,
                }
              ),
          },
        ]
      : []),
    ...(customer
      ? [
          {
            icon: <User />,
            label: t("customer.takeOff"),
            onClick: () =>
              update(
                { customer_id: null },
                { onSuccess: ({ undo }) => done(t("customer.takenOff"), undo), onError }
              ),
          },
        ]
      : []),
  ]

  return actions.length ? <ActionMenu groups={[{ actions }]} /> : null
}
