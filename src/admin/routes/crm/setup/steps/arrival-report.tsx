import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { InboundMail } from "../../../../../api/admin/crm/inbound-mails/contract"
import type { AccountHealth } from "../../../../../api/admin/crm/mail-health/contract"
import { ServerRefusal } from "../../../../components/server-refusal"
import { inboundPath, MAIL_PATH } from "../../../../lib/mail-links"
import { ticketPath } from "../../../../lib/ticket-links"
import { useSendTestMail } from "../../../../queries/mail-health"
import { AdoptAuthserv } from "../../mail/account/adopt-authserv"
import { AuthenticationFact } from "../../mail/account/authentication-fact"
import { WriteYourself } from "./write-yourself"

type ArrivalReportProps = { health: AccountHealth; mail: InboundMail }

/** What the first mail showed: that it came, what became of it, and what the servers said of it. */
export const ArrivalReport = ({ health, mail }: ArrivalReportProps) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending, error } = useSendTestMail()
  const isTest = health.test_mail?.inbound_mail_id === mail.id

  return (
    <>
      <div aria-live="polite" className="flex flex-col gap-y-1">
        <Text size="small" weight="plus">
          {isTest ? t("setUp.testArrived") : t("setUp.arrived")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle [overflow-wrap:anywhere]">
          {mail.ticket ? (
            <>
              {t("setUp.becameTicket")}{" "}
              <Link
                to={ticketPath(mail.ticket.id)}
                className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
              >
                #{mail.ticket.number}
              </Link>
            </>
          ) : isTest ? (
            t("setUp.noTicket")
          ) : (
            t(`ledger.states.${mail.state}`)
          )}{" "}
          {!mail.ticket && health.authentication?.inbound_mail_id !== mail.id && (
            <Link
              to={inboundPath({ mail: mail.id })}
              className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
            >
              {t("doctor.thatMail")}
            </Link>
          )}
        </Text>
      </div>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="txt-small">
          <AuthenticationFact authentication={health.authentication} />
        </div>
        {!health.mail_account.authserv_id && <AdoptAuthserv health={health} />}
      </div>
      {isTest && health.ledger.ticketed === 0 && (
        <WriteYourself
          title={t("setUp.firstTicket")}
          address={health.mail_account.address}
        />
      )}
      <ServerRefusal error={error} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" asChild>
          <Link to="/crm">{t("setUp.finish")}</Link>
        </Button>
        <Button size="small" variant="secondary" asChild>
          <Link to={MAIL_PATH}>{t("doctor.title")}</Link>
        </Button>
        <Button
          size="small"
          variant="transparent"
          isLoading={isPending}
          onClick={() => mutate(health.mail_account.id)}
        >
          {t("setUp.sendAnother")}
        </Button>
      </div>
    </>
  )
}
