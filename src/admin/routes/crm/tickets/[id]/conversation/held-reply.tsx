import { Clock } from "@medusajs/icons"
import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TicketMessage } from "../../../../../../api/admin/crm/tickets/contract"
import { LaterMenu } from "../../../../../components/later-menu"
import { absoluteTime } from "../../../../../lib/relative-time"
import { messageOf } from "../../../../../lib/server-error"
import { useChangeHeldReply, useTakeBackReply } from "../../../../../queries/teamwork"

type HeldReplyProps = { ticketId: string; message: TicketMessage }

/** A reply that has not left: when it will, and what can be done about it until then (E-10). */
export const HeldReply = ({ ticketId, message }: HeldReplyProps) => {
  const { t, i18n } = useTranslation("crmDesk")
  const { mutate: change, isPending } = useChangeHeldReply(ticketId, message.id)
  const { mutate: takeBack, isPending: isLeaving } = useTakeBackReply(
    ticketId,
    message.id
  )
  const { hold, send_at, delivery } = message
  const onError = (error: Error) => {
    toast.error(messageOf(error))
  }

  if (!hold) {
    return null
  }
  const isCancelled = delivery?.state === "cancelled"
  const isScheduled = hold !== "undo" && !isCancelled
  const text = isCancelled
    ? t("heldReply.cancelled")
    : t(`heldReply.${hold}`, { time: absoluteTime(send_at ?? "", i18n.language) })

  return (
    <section
      aria-label={t("heldReply.label")}
      className="bg-ui-bg-subtle border-ui-border-base flex flex-col gap-y-2 rounded-lg border p-3"
    >
      <Text size="small" weight="plus" className="flex items-center gap-x-2">
        <Clock className="shrink-0" />
        {text}
      </Text>
      <div className="flex flex-wrap gap-2">
        {isScheduled && (
          <Button
            size="small"
            variant="secondary"
            isLoading={isPending}
            onClick={() => change({ send_at: null }, { onError })}
          >
            {t("heldReply.sendNow")}
          </Button>
        )}
        {isScheduled && (
          <LaterMenu
            label={t("heldReply.otherTime")}
            onChoose={(moment) => change({ send_at: moment }, { onError })}
            trigger={
              <Button size="small" variant="secondary" disabled={isPending}>
                {t("heldReply.otherTime")}
              </Button>
            }
          />
        )}
        <Button
          size="small"
          variant="secondary"
          isLoading={isLeaving}
          onClick={() =>
            takeBack(undefined, {
              onSuccess: () => toast.success(t("undoSend.done")),
              onError,
            })
          }
        >
          {isScheduled || isCancelled ? t("heldReply.edit") : t("undoSend.action")}
        </Button>
      </div>
    </section>
  )
}
