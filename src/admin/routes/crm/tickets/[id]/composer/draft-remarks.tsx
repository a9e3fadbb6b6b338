import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import type { DraftState } from "../../../../../lib/draft-saver"

type DraftRemarksProps = {
  ticket: Ticket
  state: DraftState
  onTakeOther: () => void
  onKeepMine: () => void
}

/** What an agent has to know of a draft before going on with it. */
export const DraftRemarks = ({
  ticket,
  state,
  onTakeOther,
  onKeepMine,
}: DraftRemarksProps) => {
  const { t } = useTranslation("crmDesk")
  const changes = ticket.draft?.ticket_changes ?? []

  return (
    <>
      {state === "moved" && (
        <Alert variant="warning" role="alert">
          <div className="flex flex-col gap-y-2">
            {t("drafts.moved")}
            <div className="flex flex-wrap gap-2">
              <Button size="small" type="button" variant="secondary" onClick={onKeepMine}>
                {t("drafts.keepMine")}
              </Button>
              <Button
                size="small"
                type="button"
                variant="secondary"
                onClick={onTakeOther}
              >
                {t("drafts.takeOther")}
              </Button>
            </div>
          </div>
        </Alert>
      )}
      {changes.length > 0 && (
        <Alert variant="info">
          {t("drafts.meanwhile")}{" "}
          {changes.map((change) => t(`drafts.change.${change}`)).join(" ")}
        </Alert>
      )}
    </>
  )
}

/** Whether the text is safe, in a word. */
export const DraftSaved = ({
  state,
  isEmpty,
}: {
  state: DraftState
  isEmpty: boolean
}) => {
  const { t } = useTranslation("crmDesk")

  return (
    <span
      role="status"
      data-testid="draft-state"
      className="txt-compact-xsmall text-ui-fg-muted"
    >
      {isEmpty && state === "saved" ? "" : t(`drafts.state.${state}`)}
    </span>
  )
}
