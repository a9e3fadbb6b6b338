import { LockClosedSolid } from "@medusajs/icons"
import { clx, Container, Tabs } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  Ticket,
  TicketMessage,
} from "../../../../../../api/admin/crm/tickets/contract"
import { useComposerRequests } from "../../../../../components/use-composer-requests"
import { isEmpty, messagesSince } from "../../../../../lib/reply-draft"
import { NOTE_TINT } from "../../../../../lib/tints"
import { ticketQueries } from "../../../../../queries/tickets"
import { DraftRemarks, DraftSaved } from "./draft-remarks"
import { LeftDraft } from "./left-draft"
import { NewerMessages } from "./newer-messages"
import { NoteForm } from "./note-form"
import { ReplyForm } from "./reply-form"
import { useDraft } from "./use-draft"
import { useQuoted } from "./use-quoted"

export const Composer = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const client = useQueryClient()
  const {
    draft,
    state,
    setMode,
    setReply,
    setNote,
    setVersion,
    settle,
    resume,
    clear,
    takeOther,
    keepMine,
  } = useDraft(ticket)
  useComposerRequests(setMode)
  /** What the server held a reply back for: shown once, then the agent has read it. */
  const [missed, setMissed] = useState<TicketMessage[]>([])
  const newer = missed.length ? missed : messagesSince(ticket.messages, draft.version)

  const showWhatMoved = async (readVersion: number) => {
    const { ticket: fresh } = await client.fetchQuery({
      ...ticketQueries.detail(ticket.id),
      staleTime: 0,
    })
    setMissed(messagesSince(fresh.messages, readVersion))
    setVersion(fresh.version)
  }
  const haveRead = () => {
    setMissed([])
    setVersion(ticket.version)
  }
  const sent = (mode: "reply" | "note") => (answered: Ticket) => {
    setMissed([])
    clear(mode, answered)
  }
  useQuoted((quote) => {
    setMode("reply")
    setReply(({ format, html, text }) => ({
      html: format === "rich" ? `${html}${quote.html}` : "",
      text: `${text ? `${text}\n\n` : ""}${quote.text}`,
    }))
  })

  if (ticket.merged_into) {
    return <LeftDraft ticketId={ticket.id} mergedInto={ticket.merged_into} />
  }

  return (
    <Container
      className={clx("p-0", { [NOTE_TINT]: draft.mode === "note" })}
      data-testid="composer"
    >
      <Tabs
        value={draft.mode}
        onValueChange={(mode) => setMode(mode === "note" ? "note" : "reply")}
        className="flex flex-col gap-y-3 px-6 py-4"
      >
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Tabs.List aria-label={t("composer.label")}>
            <Tabs.Trigger value="reply">{t("composer.reply")}</Tabs.Trigger>
            <Tabs.Trigger value="note" className="gap-x-1">
              <LockClosedSolid />
              {t("composer.note")}
            </Tabs.Trigger>
          </Tabs.List>
          <DraftSaved state={state} isEmpty={isEmpty(draft)} />
        </div>
        <DraftRemarks
          ticket={ticket}
          state={state}
          onTakeOther={() => void takeOther()}
          onKeepMine={() => void keepMine()}
        />
        {newer.length > 0 && (
          <NewerMessages
            messages={newer}
            isRefusal={missed.length > 0}
            onRead={haveRead}
          />
        )}
        <Tabs.Content value="reply">
          <ReplyForm
            ticket={ticket}
            draft={draft.reply}
            version={draft.version ?? ticket.version}
            set={setReply}
            onSending={settle}
            onRefused={resume}
            onSent={sent("reply")}
            onMoved={showWhatMoved}
          />
        </Tabs.Content>
        <Tabs.Content value="note">
          <NoteForm
            ticket={ticket}
            draft={draft.note}
            set={setNote}
            onSending={settle}
            onRefused={resume}
            onSent={sent("note")}
          />
        </Tabs.Content>
      </Tabs>
    </Container>
  )
}
