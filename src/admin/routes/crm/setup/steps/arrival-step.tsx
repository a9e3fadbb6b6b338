import { PaperPlane, Spinner } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AccountHealth } from "../../../../../api/admin/crm/mail-health/contract"
import { ServerRefusal } from "../../../../components/server-refusal"
import { arrivalOf } from "../../../../lib/first-arrival"
import { useSendTestMail } from "../../../../queries/mail-health"
import { inboundMailQueries } from "../../../../queries/mails"
import { Progress } from "../../mail/account/progress"
import { ArrivalReport } from "./arrival-report"
import { Step } from "./step"
import { useWatchedMailbox } from "./use-watched-mailbox"
import { WriteYourself } from "./write-yourself"

/** Waits for a mail, the account's own test mail or one that somebody writes, and says what it saw. */
export const ArrivalStep = ({ health }: { health: AccountHealth | undefined }) => {
  const { t } = useTranslation("crmDesk")
  const account = health?.mail_account
  const { data } = useQuery({
    ...inboundMailQueries.list({ account_id: account?.id ?? "", limit: 5 }),
    enabled: Boolean(account),
  })
  const arrival = arrivalOf(health, data?.inbound_mails)

  return (
    <Step
      title={t("setUp.arrival")}
      description={t("setUp.arrivalHint")}
      isDone={Boolean(arrival)}
      isAhead={!health}
    >
      {health && !arrival && <Waiting health={health} />}
      {health && arrival && <ArrivalReport health={health} mail={arrival} />}
    </Step>
  )
}

const Waiting = ({ health }: { health: AccountHealth }) => {
  const { t } = useTranslation("crmDesk")
  const { id, address, backlog } = health.mail_account
  const { mutate, isPending, error } = useSendTestMail()
  const [hasWritten, setHasWritten] = useState(false)
  const isUnderWay = health.test_mail !== null && !health.test_mail.received_at

  const pollError = useWatchedMailbox(id)

  return (
    <>
      <div className="grid gap-4 md:grid-cols-2">
        <div className="flex flex-col items-start gap-y-2">
          <Text size="small" weight="plus">
            {t("setUp.sendItself")}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {t("setUp.sendItselfHint")}
          </Text>
          <Button size="small" isLoading={isPending} onClick={() => mutate(id)}>
            <PaperPlane />
            {isUnderWay ? t("setUp.sendAgain") : t("setUp.send")}
          </Button>
        </div>
        <WriteYourself
          title={t("setUp.writeYourself")}
          address={address}
          onWrite={() => setHasWritten(true)}
        />
      </div>
      <ServerRefusal error={error ?? pollError} />
      <div aria-live="polite" className="flex items-center gap-x-2">
        <Spinner className="text-ui-fg-muted animate-spin motion-reduce:animate-none" />
        <Text size="small">
          {isUnderWay || hasWritten
            ? t("setUp.underWay", { address })
            : t("setUp.waiting", { address })}
        </Text>
      </div>
      {backlog > 0 && (
        <div className="-mx-6">
          <Text size="small" className="text-ui-fg-subtle px-6">
            {t("setUp.backlogFirst")}
          </Text>
          <Progress health={health} />
        </div>
      )}
    </>
  )
}
