import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { useAfterPaint } from "../../../../../components/use-after-paint"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { ColleaguesMenu } from "../../../../../components/colleagues-menu"
import { Toggle } from "../../../../../components/toggle"
import { callLength } from "../../../../../lib/phone-timer"
import { messageOf } from "../../../../../lib/server-error"
import { meQuery } from "../../../../../queries/me"
import { useInform, useWatch } from "../../../../../queries/teamwork"

/** Who is told of what happens here, and how long was talked about it (V-58, M-46, C-36). */
export const WatchingSection = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const { data: me } = useQuery({ ...meQuery, enabled: useAfterPaint() })
  const { mutate: watch, isPending } = useWatch(ticket.id)
  const { mutate: inform } = useInform(ticket.id)
  const { following, once, answered_at } = ticket.watching
  const others = ticket.watchers.filter(({ id }) => id !== me?.user.id)
  const onError = (error: Error) => {
    toast.error(messageOf(error))
  }

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("watching.title")}</Heading>
        <ColleaguesMenu
          label={t("watching.inform")}
          value={[]}
          without={[...ticket.watchers.map(({ id }) => id), me?.user.id ?? ""]}
          onChange={(user_ids) =>
            inform(
              { user_ids },
              { onSuccess: () => toast.success(t("watching.informed")), onError }
            )
          }
          trigger={
            <button
              type="button"
              className="text-ui-fg-interactive txt-compact-small-plus"
            >
              {t("watching.inform")}
            </button>
          }
        />
      </div>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        {answered_at ? (
          <div className="flex flex-col items-start gap-y-2" role="status">
            <Text size="small">{t("watching.answered")}</Text>
            <Button
              size="small"
              variant="secondary"
              isLoading={isPending}
              onClick={() => watch({ watch: false, once: true }, { onError })}
            >
              {t("watching.reviewed")}
            </Button>
          </div>
        ) : (
          <Toggle
            label={t("watching.once")}
            hint={t("watching.onceHint")}
            checked={once}
            disabled={isPending}
            onChange={(wanted) => watch({ watch: wanted, once: true }, { onError })}
          />
        )}
        <Toggle
          label={t("watching.follow")}
          hint={t("watching.followHint")}
          checked={following}
          disabled={isPending}
          // To stop following must not take an open question back.
          onChange={(wanted) => watch({ watch: wanted, once: false }, { onError })}
        />
      </div>
      {others.length > 0 && (
        <ul className="flex flex-col px-6 py-4" aria-label={t("watching.others")}>
          {others.map(({ id, name, kind }) => (
            <li key={`${id}${kind}`} className="txt-small">
              {name}{" "}
              <span className="text-ui-fg-muted">({t(`watching.kind.${kind}`)})</span>
            </li>
          ))}
        </ul>
      )}
      {ticket.call_seconds > 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("call.total", { length: callLength(ticket.call_seconds) })}
        </Text>
      )}
    </Container>
  )
}
