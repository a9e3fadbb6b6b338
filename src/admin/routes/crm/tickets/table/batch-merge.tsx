import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TicketListItem } from "../../../../../api/admin/crm/tickets/contract"
import { FormDrawer } from "../../../../components/form-drawer"
import { TicketLine } from "../../../../components/ticket-line"
import { useDoneToast } from "../../../../components/use-undo"
import { useMergeTickets } from "../../../../queries/several-tickets"

type BatchMergeProps = {
  tickets: TicketListItem[]
  onClose: () => void
  onMerged: () => void
}

/** The selected tickets become one: the oldest of them, which the customer has known longest. */
export const BatchMerge = ({ tickets, onClose, onMerged }: BatchMergeProps) => {
  const { t } = useTranslation("crmDesk")
  const [survivor, ...others] = [...tickets].sort(
    (one, other) => one.number - other.number
  )
  const { mutate, isPending, error } = useMergeTickets(survivor.id)
  const done = useDoneToast()
  const strangers = others.filter(
    ({ requester }) => requester.email !== survivor.requester.email
  )

  const merge = () =>
    mutate(
      others.map(({ id }) => id),
      {
        onSuccess: ({ undo }) => {
          done(t("merge.done", { count: others.length, number: survivor.number }), undo)
          onMerged()
          onClose()
        },
      }
    )

  return (
    <FormDrawer
      title={t("merge.title", { number: survivor.number })}
      description={t("merge.description")}
      onClose={onClose}
      onSubmit={merge}
      isSaving={isPending}
      canSave={others.length > 0}
      error={error}
      saveLabel={t("merge.submit")}
    >
      <ul className="flex flex-col gap-y-3" aria-label={t("merge.chosen")}>
        {others.map((ticket) => (
          <li key={ticket.id}>
            <TicketLine
              ticket={ticket}
              hint={ticket.requester.name || ticket.requester.email}
            />
          </li>
        ))}
      </ul>
      {strangers.length > 0 && (
        <Alert variant="warning" role="alert">
          {t("merge.otherCustomer", {
            names: strangers.map(({ requester }) => requester.email).join(", "),
            email: survivor.requester.email,
          })}
        </Alert>
      )}
    </FormDrawer>
  )
}
