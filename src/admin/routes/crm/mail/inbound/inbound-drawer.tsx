import { ArrowDownTray, ArrowPath } from "@medusajs/icons"
import { Button, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { AccountAddress } from "../../../../components/account-address"
import { MailDrawer, MailFact } from "../../../../components/mail-drawer"
import { Moment } from "../../../../components/moment"
import { TicketOfMail } from "../../../../components/ticket-of-mail"
import { download, rawMailPath } from "../../../../lib/download"
import { fileSize } from "../../../../lib/file-size"
import { mailWords } from "../../../../lib/mail-words"
import { messageOf } from "../../../../lib/server-error"
import { inboundMailQueries, useReplayMail } from "../../../../queries/mails"
import { InboundState } from "./inbound-state"
import { OtherMail } from "./other-mail"

type InboundDrawerProps = { id: string; onClose: () => void }

export const InboundDrawer = ({ id, onClose }: InboundDrawerProps) => {
  const { t, i18n } = useTranslation("crmDesk")
  const query = useQuery(inboundMailQueries.detail(id))
  const replay = useReplayMail(id)
  const mail = query.data

  const readAgain = () =>
    replay.mutate(undefined, {
      onSuccess: ({ inbound_mail }) =>
        inbound_mail.ticket
          ? toast.success(t("ledger.replayed", { number: inbound_mail.ticket.number }))
          : toast.info(t(`ledger.states.${inbound_mail.state}`), {
              description: inbound_mail.reason
                ? mailWords(inbound_mail.reason, t)
                : undefined,
            }),
    })
  const save = () =>
    download(rawMailPath(id), `${id}.eml`).catch((error) => toast.error(messageOf(error)))

  return (
    <MailDrawer
      title={mail?.subject || t("ledger.noSubject")}
      onClose={onClose}
      query={query}
      refusal={replay.error}
      actions={
        mail && (
          <>
            <Button size="small" variant="secondary" onClick={save}>
              <ArrowDownTray />
              {t("ledger.download")}
            </Button>
            {(mail.state === "ignored" || mail.state === "quarantined") && (
              <Button size="small" isLoading={replay.isPending} onClick={readAgain}>
                <ArrowPath />
                {t("ledger.replay")}
              </Button>
            )}
          </>
        )
      }
    >
      {mail && (
        <>
          <MailFact
            label={t("columns.state")}
            value={<InboundState state={mail.state} />}
          />
          <MailFact
            label={t("ledger.reason")}
            value={mail.reason && mailWords(mail.reason, t)}
          />
          <MailFact
            label={t("ledger.duplicateOf")}
            value={mail.duplicate_of_id && <OtherMail id={mail.duplicate_of_id} />}
          />
          <MailFact
            label={t("columns.ticket")}
            value={mail.ticket && <TicketOfMail ticket={mail.ticket} />}
          />
          <MailFact
            label={t("ledger.problems")}
            value={
              mail.problems.length > 0 && (
                <ul className="flex flex-col gap-y-1">
                  {mail.problems.map((problem) => (
                    <li key={problem}>{mailWords(problem, t)}</li>
                  ))}
                </ul>
              )
            }
          />
          <MailFact
            label={t("columns.from")}
            value={mail.from && [mail.from.name, mail.from.email].join(" ").trim()}
          />
          <MailFact
            label={t("columns.account")}
            value={<AccountAddress id={mail.account_id} />}
          />
          <MailFact
            label={t("ledger.storedAt")}
            value={<Moment at={mail.created_at} full />}
          />
          <MailFact
            label={t("ledger.serverDate")}
            value={mail.server_date && <Moment at={mail.server_date} full />}
          />
          <MailFact label={t("ledger.messageId")} value={mail.message_id} />
          <MailFact
            label={t("ledger.place")}
            value={mail.uid === null ? mail.folder : `${mail.folder} · UID ${mail.uid}`}
          />
          <MailFact label={t("ledger.size")} value={fileSize(mail.size, i18n.language)} />
          <MailFact label={t("ledger.attempts")} value={mail.attempts} />
          <MailFact label={t("ledger.id")} value={mail.id} />
        </>
      )}
    </MailDrawer>
  )
}
