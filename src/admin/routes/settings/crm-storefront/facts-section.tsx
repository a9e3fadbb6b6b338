import { Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { storefrontSettingsQuery } from "../../../queries/storefront-settings"

/** What the shop's configuration says, so that nobody has to look for it. */
export const FactsSection = () => {
  const { t } = useTranslation("crmDesk")
  const { data } = useQuery(storefrontSettingsQuery)

  return data ? (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("storefront.options")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("storefront.optionsHint")}
        </Text>
      </div>
      <dl className="divide-y">
        <Fact label={t("storefront.url")}>
          {data.storefront_url ?? t("storefront.noUrl")}
        </Fact>
        <Fact label={t("storefront.captcha")}>
          {t(`storefront.providers.${data.captcha_provider}`)}
        </Fact>
        <Fact label={t("storefront.files")}>
          {t("storefront.filesValue", {
            files: data.attachments.max_files,
            megabytes: data.attachments.max_megabytes,
          })}
        </Fact>
      </dl>
    </Container>
  ) : null
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="grid grid-cols-1 gap-x-4 gap-y-1 px-6 py-4 sm:grid-cols-2">
    <dt className="txt-compact-small-plus text-ui-fg-subtle">{label}</dt>
    <dd className="txt-compact-small [overflow-wrap:anywhere]">{children}</dd>
  </div>
)
