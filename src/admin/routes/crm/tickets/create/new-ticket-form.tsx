import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { Link, useNavigate, useSearchParams } from "react-router-dom"
import { ServerRefusal } from "../../../../components/server-refusal"
import {
  missingFields,
  newTicket,
  newTicketBody,
  type NewTicket,
} from "../../../../lib/new-ticket"
import { preferredFormat } from "../../../../lib/preferred-format"
import { ticketPath, TICKETS_PATH } from "../../../../lib/ticket-links"
import { departmentsQuery } from "../../../../queries/departments"
import { useCreateTicket } from "../../../../queries/tickets"
import { MessagePart } from "./message-part"
import { TopicPart } from "./topic-part"
import { WhoPart } from "./who-part"

/** What every part of the form gets. */
export type FormPart = {
  ticket: NewTicket
  set: (change: Partial<NewTicket> | ((ticket: NewTicket) => Partial<NewTicket>)) => void
}

export const NewTicketForm = () => {
  const { t } = useTranslation("crmDesk")
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const { data: departments } = useQuery(departmentsQuery)
  const { mutate, isPending, error } = useCreateTicket()
  const [typed, setTyped] = useState(() => newTicket(params, preferredFormat()))
  const [isUploading, setIsUploading] = useState(false)
  // A desk with one department has nothing to choose.
  const ticket =
    !typed.departmentId && departments?.length === 1
      ? { ...typed, departmentId: departments[0].id }
      : typed
  const department = departments?.find(({ id }) => id === ticket.departmentId)
  const statusAfter = ticket.statusAfter ?? department?.status_after_reply ?? "closed"
  const missing = missingFields(ticket)
  const canSave = !missing.length && !isPending && !isUploading

  const set: FormPart["set"] = (change) =>
    setTyped((before) => ({
      ...before,
      ...(typeof change === "function" ? change(before) : change),
    }))
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    if (canSave) {
      mutate(newTicketBody(ticket, statusAfter), {
        onSuccess: ({ ticket: opened }) => {
          toast.success(t("create.saved", { number: opened.number }))
          navigate(ticketPath(opened.id))
        },
      })
    }
  }

  return (
    <Container className="mx-auto w-full max-w-[860px] p-0">
      <form onSubmit={save} noValidate className="divide-y">
        <div className="px-6 py-4">
          <Heading>{t("create.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("create.description")}
          </Text>
        </div>
        <WhoPart ticket={ticket} set={set} />
        <TopicPart ticket={ticket} set={set} />
        <MessagePart
          ticket={ticket}
          set={set}
          statusAfter={statusAfter}
          onUploading={setIsUploading}
          onSend={save}
        />
        <div className="flex flex-col gap-y-3 px-6 py-4">
          <ServerRefusal error={error} />
          <div className="flex flex-wrap items-center justify-end gap-2">
            {missing.length > 0 && (
              <Text size="small" className="text-ui-fg-subtle me-auto" aria-live="polite">
                {t("create.missing")}{" "}
                {missing.map((field) => t(`create.missingField.${field}`)).join(", ")}
              </Text>
            )}
            <Button size="small" variant="secondary" asChild>
              <Link to={TICKETS_PATH}>{t("general.cancel")}</Link>
            </Button>
            <Button size="small" type="submit" disabled={!canSave} isLoading={isPending}>
              {t("create.save")}
            </Button>
          </div>
        </div>
      </form>
    </Container>
  )
}
