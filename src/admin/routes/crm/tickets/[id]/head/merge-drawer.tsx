import { XMarkMini } from "@medusajs/icons"
import { Alert, Button, IconButton, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  Ticket,
  TicketListItem,
} from "../../../../../../api/admin/crm/tickets/contract"
import { Field } from "../../../../../components/field"
import { FormDrawer } from "../../../../../components/form-drawer"
import { TicketLine } from "../../../../../components/ticket-line"
import { TicketPicker } from "../../../../../components/ticket-picker"
import { useDoneToast } from "../../../../../components/use-undo"
import { duplicatesQuery, useMergeTickets } from "../../../../../queries/several-tickets"

type Candidate = Pick<TicketListItem, "id" | "number" | "subject" | "requester">
type MergeDrawerProps = { ticket: Ticket; first?: Candidate; onClose: () => void }

/** Brings other tickets into this one (E-04). @param first chosen before the drawer opened */
export const MergeDrawer = ({ ticket, first, onClose }: MergeDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const [chosen, setChosen] = useState<Candidate[]>(first ? [first] : [])
  const { data } = useQuery(duplicatesQuery(ticket.id))
  const { mutate, isPending, error } = useMergeTickets(ticket.id)
  const done = useDoneToast()
  const ids = chosen.map(({ id }) => id)
  const suggested = (data?.duplicates ?? []).filter(({ id }) => !ids.includes(id))
  const strangers = chosen.filter(
    ({ requester }) => requester.email !== ticket.requester.email
  )
  const add = (candidate: Candidate) => setChosen((before) => [...before, candidate])

  const merge = () =>
    mutate(ids, {
      onSuccess: ({ undo }) => {
        done(t("merge.done", { count: ids.length, number: ticket.number }), undo)
        onClose()
      },
    })

  return (
    <FormDrawer
      title={t("merge.title", { number: ticket.number })}
      description={t("merge.description")}
      onClose={onClose}
      onSubmit={merge}
      isSaving={isPending}
      canSave={chosen.length > 0}
      error={error}
      saveLabel={t("merge.submit")}
    >
      <Field label={t("merge.pick")}>
        {(control) => (
          <TicketPicker {...control} except={[ticket.id, ...ids]} onPick={add} />
        )}
      </Field>
      {chosen.length > 0 && (
        <ul className="flex flex-col gap-y-3" aria-label={t("merge.chosen")}>
          {chosen.map((candidate) => (
            <li key={candidate.id}>
              <TicketLine
                ticket={candidate}
                hint={candidate.requester.name || candidate.requester.email}
              >
                <IconButton
                  size="small"
                  type="button"
                  variant="transparent"
                  aria-label={t("merge.drop", { number: candidate.number })}
                  onClick={() =>
                    setChosen(chosen.filter(({ id }) => id !== candidate.id))
                  }
                >
                  <XMarkMini />
                </IconButton>
              </TicketLine>
            </li>
          ))}
        </ul>
      )}
      {strangers.length > 0 && (
        <Alert variant="warning" role="alert">
          {t("merge.otherCustomer", {
            names: strangers.map(({ requester }) => requester.email).join(", "),
            email: ticket.requester.email,
          })}
        </Alert>
      )}
      {suggested.length > 0 && (
        <div className="flex flex-col gap-y-2">
          <Text size="small" weight="plus">
            {t("related.duplicates")}
          </Text>
          <ul className="flex flex-col gap-y-3">
            {suggested.map((candidate) => (
              <li key={candidate.id}>
                <TicketLine ticket={candidate}>
                  <Button
                    size="small"
                    type="button"
                    variant="secondary"
                    onClick={() => add(candidate)}
                  >
                    {t("merge.add")}
                  </Button>
                </TicketLine>
              </li>
            ))}
          </ul>
        </div>
      )}
    </FormDrawer>
  )
}
