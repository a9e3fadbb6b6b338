import { ActionMenu } from "@medusajs/dashboard/components"
import { User, Users } from "@medusajs/icons"
import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { useDoneToast } from "../../../../../components/use-undo"
import { messageOf } from "../../../../../lib/server-error"
import { useMarkShared } from "../../../../../queries/people"
import { useErasure } from "../../../../../components/person/use-erasure"
import { useUpdateTicket } from "../../../../../queries/tickets"

/** What can be done about the person: take the customer off, mark the address as shared (X-16 AC3). */
export const CustomerMenu = ({
  ticket: { id, customer_id: customerId, requester },
  isShared,
}: {
  ticket: Ticket
  isShared: boolean
}) => {
  const { t } = useTranslation("crmDesk")
  const { mutate: mark } = useMarkShared()
  const { mutate: update } = useUpdateTicket(id)
  const done = useDoneToast()
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
    ...(customerId
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

  const erasure = useErasure(requester.email)
  const groups = [{ actions }, { actions: erasure }].filter(
    (group) => group.actions.length
  )

  return groups.length ? <ActionMenu groups={groups} /> : null
}
