import { DocumentText, PencilSquare } from "@medusajs/icons"
import { Button, clx, IconButton, Text, Textarea, toast } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { NOTE_TINT } from "../../../../../lib/tints"
import { messageOf } from "../../../../../lib/server-error"
import { useUpdateTicket } from "../../../../../queries/tickets"

/** A word on the ticket that every agent sees, here and in the list, and no customer (V-57). */
export const StickyNote = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const [edited, setEdited] = useState<string | null>(null)
  const { mutate, isPending } = useUpdateTicket(ticket.id)
  const close = () => setEdited(null)

  const save = (event: FormEvent) => {
    event.preventDefault()
    mutate(
      { sticky_note: edited?.trim() || null },
      { onSuccess: close, onError: (error) => toast.error(messageOf(error)) }
    )
  }

  if (edited !== null) {
    return (
      <form onSubmit={save} className="flex flex-col gap-y-2">
        <Textarea
          autoFocus
          rows={2}
          maxLength={2000}
          aria-label={t("sticky.label")}
          placeholder={t("sticky.placeholder")}
          value={edited}
          onChange={({ target }) => setEdited(target.value)}
          onKeyDown={({ key }) => key === "Escape" && close()}
        />
        <div className="flex justify-end gap-2">
          <Button size="small" type="button" variant="secondary" onClick={close}>
            {t("general.cancel")}
          </Button>
          <Button size="small" type="submit" isLoading={isPending}>
            {t("general.save")}
          </Button>
        </div>
      </form>
    )
  }

  return ticket.sticky_note ? (
    <div
      className={clx("flex items-start gap-x-2 rounded-md px-3 py-2", NOTE_TINT)}
      role="note"
      aria-label={t("sticky.label")}
    >
      <DocumentText className="text-ui-tag-orange-icon mt-0.5 shrink-0" />
      <Text
        size="small"
        className="min-w-0 flex-1 whitespace-pre-line [overflow-wrap:anywhere]"
      >
        {ticket.sticky_note}
      </Text>
      <IconButton
        size="2xsmall"
        variant="transparent"
        aria-label={t("sticky.edit")}
        onClick={() => setEdited(ticket.sticky_note)}
      >
        <PencilSquare className="text-ui-fg-muted" />
      </IconButton>
    </div>
  ) : (
    <div>
      <Button
        size="small"
        variant="transparent"
        className="text-ui-fg-muted -ms-2"
        onClick={() => setEdited("")}
      >
        <DocumentText />
        {t("sticky.add")}
      </Button>
    </div>
  )
}
