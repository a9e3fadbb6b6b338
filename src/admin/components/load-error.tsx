import { ExclamationCircle } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { messageOf } from "../lib/server-error"

type LoadErrorProps = { error: unknown; onRetry: () => void }

export const LoadError = ({ error, onRetry }: LoadErrorProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <Container
      role="alert"
      className="flex flex-col items-center gap-y-3 px-6 py-16 text-center"
    >
      <ExclamationCircle className="text-ui-fg-error" />
      <Heading level="h2">{t("general.loadFailed")}</Heading>
      <Text size="small" className="text-ui-fg-subtle">
        {messageOf(error)}
      </Text>
      <Button size="small" variant="secondary" onClick={onRetry}>
        {t("general.retry")}
      </Button>
    </Container>
  )
}
