import { Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type {
  Ticket,
  TicketMessage,
} from "../../../../../../api/admin/crm/tickets/contract"
import { Field } from "../../../../../components/field"
import { FormDrawer } from "../../../../../components/form-drawer"
import { useDoneToast } from "../../../../../components/use-undo"
import { ticketPath } from "../../../../../lib/ticket-links"
import { useSplitTicket } from "../../../../../queries/several-tickets"

type SplitDrawerProps = {
  ticket: Ticket
  message: TicketMessage
  onClose: () => void
}

/** Makes a ticket of its own of one message (E-05), and goes there. */
export const SplitDrawer = ({ ticket, message, onClose }: SplitDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const navigate = useNavigate()
  const [subject, setSubject] = useState(ticket.subject)
  const { mutate, isPending, error } = useSplitTicket(ticket.id)
  const done = useDoneToast()

  const split = () =>
    mutate(
      { message_id: message.id, subject: subject.trim() },
      {
        onSuccess: ({ ticket: made, undo }) => {
          done(t("split.done", { number: made.number }), undo)
          navigate(ticketPath(made.id))
        },
      }
    )

  return (
    <FormDrawer
      title={t("split.title")}
      description={t("split.description", { number: ticket.number })}
      onClose={onClose}
      onSubmit={split}
      isSaving={isPending}
      canSave={Boolean(subject.trim())}
      error={error}
      saveLabel={t("split.submit")}
    >
      <Field label={t("ticket.subject")}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={255}
            value={subject}
            onChange={({ target }) => setSubject(target.value)}
          />
        )}
      </Field>
      <blockquote className="border-ui-border-base border-s-2 ps-3">
        <Text size="small" className="text-ui-fg-subtle line-clamp-6 whitespace-pre-wrap">
          {message.body_text}
        </Text>
        {message.attachments.length > 0 && (
          <Text size="xsmall" className="text-ui-fg-muted pt-2">
            {message.attachments.map(({ filename }) => filename).join(", ")}
          </Text>
        )}
      </blockquote>
    </FormDrawer>
  )
}
