import { Button, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { OutboundMail } from "../../../../../api/admin/crm/outbound-mails/contract"
import { AccountAddress } from "../../../../components/account-address"
import { MailDrawer, MailFact } from "../../../../components/mail-drawer"
import { Moment } from "../../../../components/moment"
import { TicketOfMail } from "../../../../components/ticket-of-mail"
import { outboundMailQueries, useChangeOutboundMail } from "../../../../queries/mails"
import { OutboundState, RecipientState } from "./outbound-state"

type OutboundDrawerProps = { id: string; onClose: () => void }

const RETRIED: readonly string[] = ["failed", "dead", "cancelled"]
const CANCELLED: readonly string[] = ["held", "queued", "failed"]
/** Mails that still have a time at which they leave. */
const DUE: readonly string[] = ["held", "queued", "failed"]

export const OutboundDrawer = ({ id, onClose }: OutboundDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const query = useQuery(outboundMailQueries.detail(id))
  const { mutate, isPending, variables, error } = useChangeOutboundMail(id)
  const mail = query.data

  const button = (change: "retry" | "cancel", label: string) => (
    <Button
      size="small"
      variant={change === "retry" ? "primary" : "secondary"}
      isLoading={isPending && variables === change}
      disabled={isPending}
      onClick={() =>
        mutate(change, { onSuccess: () => toast.success(t(`outbox.done.${change}`)) })
      }
    >
      {label}
    </Button>
  )

  return (
    <MailDrawer
      title={mail?.subject ?? ""}
      onClose={onClose}
      query={query}
      refusal={error}
      actions={
        mail && (
          <>
            {CANCELLED.includes(mail.state) && button("cancel", t("outbox.cancel"))}
            {RETRIED.includes(mail.state) &&
              button(
                "retry",
                mail.state === "failed" ? t("outbox.retryNow") : t("outbox.resend")
              )}
          </>
        )
      }
    >
      {mail && <Facts mail={mail} />}
    </MailDrawer>
  )
}

const Facts = ({ mail }: { mail: OutboundMail }) => {
  const { t } = useTranslation("crmDesk")

  return (
    <>
      <MailFact label={t("columns.state")} value={<OutboundState state={mail.state} />} />
      <MailFact label={t("outbox.words")} value={mail.last_response} />
      <MailFact
        label={t("columns.ticket")}
        value={mail.ticket && <TicketOfMail ticket={mail.ticket} />}
      />
      <MailFact
        label={t("columns.recipients")}
        value={<Recipients recipients={mail.recipients} />}
      />
      <MailFact
        label={t("columns.account")}
        value={<AccountAddress id={mail.account_id} />}
      />
      <MailFact
        label={t("outbox.created")}
        value={<Moment at={mail.created_at} full />}
      />
      <MailFact
        label={t("outbox.due")}
        value={DUE.includes(mail.state) && <Moment at={mail.due_at} full />}
      />
      <MailFact
        label={t("outbox.sentAt")}
        value={mail.sent_at && <Moment at={mail.sent_at} full />}
      />
      <MailFact label={t("ledger.attempts")} value={mail.attempts} />
      <MailFact
        label={t("outbox.kind")}
        value={mail.is_auto_reply && t("message.automated.auto_reply")}
      />
      <MailFact label={t("ledger.messageId")} value={mail.message_id} />
      <MailFact label={t("ledger.id")} value={mail.id} />
    </>
  )
}

/** What became of each, in the server's own words. */
const Recipients = ({ recipients }: Pick<OutboundMail, "recipients">) => (
  <ul className="flex flex-col gap-y-2">
    {recipients.map(({ address, state, response }) => (
      <li key={address} className="flex flex-col items-start gap-y-1">
        <span>{address}</span>
        <RecipientState state={state} />
        {response && <span className="text-ui-fg-subtle">{response}</span>}
      </li>
    ))}
  </ul>
)
