import { Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { PropsWithChildren } from "react"
import { useTranslation } from "react-i18next"
import { summaryQuery } from "../queries/summary"
import { MailAlertBanner } from "./mail-alert-banner"

/** What every page of the desk stands in: says so when the desk is switched off (D-01). */
export const Desk = ({ children }: PropsWithChildren) => {
  const { t } = useTranslation("crmDesk")
  const { data } = useQuery(summaryQuery)

  if (data && !data.enabled) {
    return (
      <Container className="flex flex-col gap-y-2 px-6 py-10">
        <Heading>{t("off.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("off.description")}
        </Text>
      </Container>
    )
  }

  return (
    <div className="flex w-full flex-col gap-y-3">
      <MailAlertBanner />
      {children}
    </div>
  )
}
