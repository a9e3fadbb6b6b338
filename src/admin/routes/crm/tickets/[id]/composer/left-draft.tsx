import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { LinkedText } from "../../../../../components/linked-text"
import { hasStatus, messageOf } from "../../../../../lib/server-error"
import { ticketPath } from "../../../../../lib/ticket-links"
import {
  discardDraft,
  draftQuery,
  draftsQuery,
  saveDraft,
} from "../../../../../queries/drafts"
import { ticketQueries } from "../../../../../queries/tickets"

type LeftDraftProps = {
  ticketId: string
  /** Where the ticket went; without it the ticket is gone. */
  mergedInto?: { id: string; number: number }
}

/** A draft on a ticket that takes no more replies: it can be read, copied, and taken along (E-09). */
export const LeftDraft = ({ ticketId, mergedInto }: LeftDraftProps) => {
  const { t } = useTranslation("crmDesk")
  const client = useQueryClient()
  const { data } = useQuery(draftQuery(ticketId))
  const draft = data?.draft
  const text = [draft?.body_text, draft?.note?.body_text].filter(Boolean).join("\n\n")

  if (!draft) {
    return null
  }
  const forget = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: draftsQuery.queryKey }),
      ...(mergedInto
        ? [
            client.invalidateQueries({
              queryKey: ticketQueries.detail(mergedInto.id).queryKey,
            }),
          ]
        : []),
    ])
  const discard = () =>
    discardDraft(ticketId)
      .then(forget)
      .catch((error) => toast.error(messageOf(error)))
  const takeAlong = async (target: { id: string; number: number }) => {
    const {
      attachments: _,
      revision: __,
      updated_at: ___,
      ticket_changes: ____,
      expected_version: _____,
      ...fields
    } = draft
    try {
      // Only where nothing is begun: what stands there already must not be overwritten.
      await saveDraft(target.id, { ...fields, revision: 0 }, false)
      await discard()
      toast.success(t("drafts.takenAlong", { number: target.number }))
    } catch (error) {
      toast.error(
        hasStatus(error, 409)
          ? t("drafts.bothBegun", { number: target.number })
          : messageOf(error)
      )
    }
  }

  return (
    <Container className="flex flex-col gap-y-3 px-6 py-4">
      <Heading level="h2">{t("drafts.left")}</Heading>
      <Text size="small" className="text-ui-fg-subtle">
        {mergedInto ? t("drafts.leftMerged", mergedInto) : t("drafts.leftDeleted")}
      </Text>
      <LinkedText text={text} className="bg-ui-bg-subtle rounded-md p-3" />
      <div className="flex flex-wrap gap-2">
        {mergedInto && (
          <Button size="small" type="button" onClick={() => void takeAlong(mergedInto)}>
            {t("drafts.takeAlong", { number: mergedInto.number })}
          </Button>
        )}
        {mergedInto && (
          <Button size="small" variant="secondary" asChild>
            <Link to={ticketPath(mergedInto.id)}>
              {t("drafts.openOther", { number: mergedInto.number })}
            </Link>
          </Button>
        )}
        <Button
          size="small"
          type="button"
          variant="secondary"
          onClick={() =>
            void navigator.clipboard
              .writeText(text)
              .then(() => toast.success(t("drafts.copied")))
          }
        >
          {t("drafts.copy")}
        </Button>
        <Button
          size="small"
          type="button"
          variant="transparent"
          onClick={() => void discard()}
        >
          {t("drafts.discard")}
        </Button>
      </div>
    </Container>
  )
}
