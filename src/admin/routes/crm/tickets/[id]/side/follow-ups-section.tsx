import { Container, Heading, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { messageOf } from "../../../../../lib/server-error"
import type { FollowUpDraft } from "../../../../../lib/more-of-post"
import { useAddFollowUp } from "../../../../../queries/teamwork"
import { FollowUpDrawer } from "./follow-up-drawer"
import { FollowUpLine } from "./follow-up-line"

/** What was promised on this ticket: open ones first, by their time (V-77). */
export const FollowUpsSection = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const [isAdding, setIsAdding] = useState(false)
  const { mutate, isPending, error } = useAddFollowUp(ticket.id)

  const add = (followUp: FollowUpDraft) =>
    mutate(followUp, {
      onSuccess: () => {
        toast.success(t("followUps.added"))
        setIsAdding(false)
      },
      onError: (refusal) => toast.error(messageOf(refusal)),
    })

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("followUps.title")}</Heading>
        {!ticket.merged_into && (
          <button
            type="button"
            onClick={() => setIsAdding(true)}
            className="text-ui-fg-interactive txt-compact-small-plus"
          >
            {t("followUps.add")}
          </button>
        )}
      </div>
      {ticket.follow_ups.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("followUps.empty")}
        </Text>
      ) : (
        <ul className="divide-y">
          {ticket.follow_ups.map((followUp) => (
            <FollowUpLine key={followUp.id} followUp={followUp} />
          ))}
        </ul>
      )}
      {isAdding && (
        <FollowUpDrawer
          title={t("followUps.add")}
          onClose={() => setIsAdding(false)}
          onSave={add}
          isSaving={isPending}
          error={error}
        />
      )}
    </Container>
  )
}
