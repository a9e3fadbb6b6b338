import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Crumb } from "../../../components/crumb"
import { Desk } from "../../../components/desk"
import { LoadError } from "../../../components/load-error"
import {
  INBOUND_PATH,
  OUTBOUND_PATH,
  SET_UP_PATH,
  SUPPRESSED_PATH,
} from "../../../lib/mail-links"
import { mailHealthQuery } from "../../../queries/mail-health"
import { AccountSection } from "./account/account-section"
import { TotalsSection } from "./sections/totals-section"

/** The mail doctor: the truth about each account, and what to do about it. */
const MailPage = () => {
  const { t } = useTranslation("crmDesk")
  const { data: health, error, refetch } = useQuery(mailHealthQuery)

  return (
    <Desk>
      <div className="flex flex-wrap items-center justify-between gap-3 px-1">
        <div>
          <Heading>{t("doctor.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("doctor.description")}
          </Text>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button size="small" variant="secondary" asChild>
            <Link to={INBOUND_PATH}>{t("ledger.title")}</Link>
          </Button>
          <Button size="small" variant="secondary" asChild>
            <Link to={OUTBOUND_PATH}>{t("outbox.title")}</Link>
          </Button>
          <Button size="small" variant="secondary" asChild>
            <Link to={SUPPRESSED_PATH}>{t("suppressed.title")}</Link>
          </Button>
        </div>
      </div>
      {error && !health && <LoadError error={error} onRetry={refetch} />}
      {!health && !error && <LoadingSections />}
      {health?.accounts.map((account) => (
        <AccountSection key={account.mail_account.id} health={account} />
      ))}
      {health?.accounts.length === 0 && (
        <Container className="flex flex-col items-center gap-y-3 px-6 py-12 text-center">
          <Text size="small" className="text-ui-fg-subtle max-w-md">
            {t("doctor.empty")}
          </Text>
          <Button size="small" variant="secondary" asChild>
            <Link to={SET_UP_PATH}>{t("setUp.start")}</Link>
          </Button>
        </Container>
      )}
      {health && <TotalsSection health={health} />}
    </Desk>
  )
}

const LoadingSections = () => {
  const { t } = useTranslation("crmDesk")

  return (
    <Container
      className="flex flex-col gap-y-3"
      aria-busy
      aria-label={t("general.loading")}
    >
      <Skeleton className="h-7 w-64" />
      <Skeleton className="h-32 w-full" />
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "menu.mail",
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="mail" /> }

export default MailPage
