import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomer, DetailWidgetProps } from "@medusajs/framework/types"
import { Container, Heading } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { PersonParts } from "../components/person/person-parts"
import { summaryQuery } from "../queries/summary"

/** What the desk knows of a customer: notes, timeline, the tickets of her group (B-09, M-50, V-111). */
const CustomerNotes = ({ data: customer }: DetailWidgetProps<AdminCustomer>) => {
  const { t } = useTranslation("crmDesk")
  const { data: summary } = useQuery(summaryQuery)

  return summary?.enabled ? (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("person.title")}</Heading>
      </div>
      <PersonParts who={{ customer_id: customer.id }} />
    </Container>
  ) : null
}

export const config = defineWidgetConfig({
  zone: "customer.details.side",
  id: "crm-desk:customer-notes",
})

export default CustomerNotes
