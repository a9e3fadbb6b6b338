import { Snooze as SnoozeIcon } from "@medusajs/icons"
import { Badge, Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { LaterMenu } from "../../../../../components/later-menu"
import { absoluteTime } from "../../../../../lib/relative-time"
import { messageOf } from "../../../../../lib/server-error"
import { useSnooze, useUndoSend } from "../../../../../queries/teamwork"

const SHOWN_MS = 10_000

/** Out of the way until a time, or until the customer writes; she sees that it waits (E-11). */
export const Snooze = ({ ticket }: { ticket: Ticket }) => {
  const { t, i18n } = useTranslation("crmDesk")
  const { mutate, isPending } = useSnooze(ticket.id)
  const { mutate: undo } = useUndoSend()
  const time = (moment: string) => absoluteTime(moment, i18n.language)
  const cutShort = ticket.snooze_cut_short

  const snooze = (until: string | null) =>
    mutate(
      { until },
      {
        onSuccess: ({ undo: token }) => {
          const shown = toast.success(
            until ? t("snooze.done", { time: time(until) }) : t("snooze.woken"),
            {
              position: "top-right",
              duration: SHOWN_MS,
              action: {
                label: t("undoSend.action"),
                altText: t("snooze.undoHint"),
                onClick: () => {
                  toast.dismiss(shown)
                  undo(token, { onError: (error) => toast.error(messageOf(error)) })
                },
              },
            }
          )
        },
        onError: (error) => toast.error(messageOf(error)),
      }
    )

  return (
    <>
      {ticket.snoozed_until && (
        <Badge size="small" color="purple">
          <SnoozeIcon className="me-1" />
          {t("snooze.until", { time: time(ticket.snoozed_until) })}
        </Badge>
      )}
      {ticket.snoozed_until && (
        <Button
          size="small"
          variant="transparent"
          isLoading={isPending}
          onClick={() => snooze(null)}
        >
          {t("snooze.wake")}
        </Button>
      )}
      <LaterMenu
        label={t("snooze.label")}
        onChoose={snooze}
        suggestion={
          cutShort && Date.parse(cutShort) > Date.now()
            ? { label: t("snooze.again"), at: cutShort }
            : null
        }
        trigger={
          <Button size="small" variant="secondary" disabled={isPending}>
            <SnoozeIcon />
            {t("snooze.label")}
          </Button>
        }
      />
    </>
  )
}
