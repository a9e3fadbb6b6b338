import { CheckCircleSolid } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { inboundPath, MAIL_PATH } from "../../../lib/mail-links"
import { mailHealthQuery } from "../../../queries/mail-health"
import { FindingText, SeverityIcon } from "../mail/account/findings"

/** Counting a large ledger costs the database something, and many sit on this page all day. */
const EVERY_MS = 60_000

/** How mail is doing, in its worst finding, and the way to the doctor. */
export const MailHealthSection = () => {
  const { t } = useTranslation("crmDesk")
  const { data: health } = useQuery({ ...mailHealthQuery, refetchInterval: EVERY_MS })
  const worst = health?.worst

  return health ? (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <Heading level="h2">{t("doctor.section")}</Heading>
        <div className="flex flex-wrap gap-2">
          {health.ledger.quarantined > 0 && (
            <Button size="small" variant="secondary" asChild>
              <Link to={inboundPath({ state: "quarantined" })}>
                {t("doctor.quarantine", { count: health.ledger.quarantined })}
              </Link>
            </Button>
          )}
          <Button size="small" variant="secondary" asChild>
            <Link to={MAIL_PATH}>{t("doctor.title")}</Link>
          </Button>
        </div>
      </div>
      {worst ? (
        <div className="flex items-start gap-x-3 px-6 py-4">
          <SeverityIcon severity={worst.severity} />
          <div className="min-w-0 flex-1">
            <Text size="small" className="text-ui-fg-muted [overflow-wrap:anywhere]">
              {worst.address}
            </Text>
            <FindingText finding={worst} />
          </div>
        </div>
      ) : (
        <div className="flex items-start gap-x-3 px-6 py-4">
          <CheckCircleSolid className="text-ui-tag-green-icon mt-0.5 shrink-0" />
          <Text size="small">{t("doctor.allHealthy")}</Text>
        </div>
      )}
    </Container>
  ) : null
}
