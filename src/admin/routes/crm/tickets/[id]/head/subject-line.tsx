import { PencilSquare } from "@medusajs/icons"
import { Button, Heading, IconButton, Input, toast } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { useDoneToast } from "../../../../../components/use-undo"
import { messageOf } from "../../../../../lib/server-error"
import { useUpdateTicket } from "../../../../../queries/tickets"

export const SubjectLine = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const [edited, setEdited] = useState<string | null>(null)

  return edited === null ? (
    <div className="flex items-start gap-x-2">
      <Heading className="min-w-0 [overflow-wrap:anywhere]">{ticket.subject}</Heading>
      <IconButton
        size="small"
        variant="transparent"
        aria-label={t("ticket.editSubject")}
        onClick={() => setEdited(ticket.subject)}
      >
        <PencilSquare className="text-ui-fg-muted" />
      </IconButton>
    </div>
  ) : (
    <SubjectForm
      ticket={ticket}
      subject={edited}
      onChange={setEdited}
      onClose={() => setEdited(null)}
    />
  )
}

type SubjectFormProps = {
  ticket: Ticket
  subject: string
  onChange: (subject: string) => void
  onClose: () => void
}

const SubjectForm = ({ ticket, subject, onChange, onClose }: SubjectFormProps) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending } = useUpdateTicket(ticket.id)
  const done = useDoneToast()

  const save = (event: FormEvent) => {
    event.preventDefault()
    mutate(
      { subject: subject.trim() },
      {
        onSuccess: ({ undo }) => {
          done(t("ticket.saved"), undo)
          onClose()
        },
        onError: (error) => toast.error(messageOf(error)),
      }
    )
  }

  return (
    <form onSubmit={save} className="flex flex-wrap items-center gap-2">
      <div className="min-w-48 flex-1">
        <Input
          autoFocus
          maxLength={255}
          aria-label={t("ticket.subject")}
          value={subject}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={({ key }) => key === "Escape" && onClose()}
        />
      </div>
      <Button size="small" type="button" variant="secondary" onClick={onClose}>
        {t("general.cancel")}
      </Button>
      <Button size="small" type="submit" isLoading={isPending} disabled={!subject.trim()}>
        {t("general.save")}
      </Button>
    </form>
  )
}
