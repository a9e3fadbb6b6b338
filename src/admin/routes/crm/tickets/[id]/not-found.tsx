import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { TICKETS_PATH } from "../../../../lib/ticket-links"

export const NotFound = () => {
  const { t } = useTranslation("crmDesk")

  return (
    <Container className="flex flex-col items-center gap-y-3 px-6 py-16 text-center">
      <Heading>{t("ticket.notFound")}</Heading>
      <Text size="small" className="text-ui-fg-subtle">
        {t("ticket.notFoundHint")}
      </Text>
      <Button size="small" variant="secondary" asChild>
        <Link to={TICKETS_PATH}>{t("ticket.backToList")}</Link>
      </Button>
    </Container>
  )
}
