import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  Ticket,
  TicketField,
} from "../../../../../../api/admin/crm/tickets/contract"
import { useAfterPaint } from "../../../../../components/use-after-paint"
import { customFieldsQuery } from "../../../../../queries/custom-fields"
import { FieldsDrawer } from "./fields-drawer"

/** What was asked in a form, and the fields that the shop gives its tickets (B-17, B-28). */
export const FieldsSection = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const isPainted = useAfterPaint()
  const { data: declared = [] } = useQuery({ ...customFieldsQuery, enabled: isPainted })
  const [isEdited, setEdited] = useState(false)

  return ticket.custom_fields.length || declared.length ? (
    <Container className="divide-y p-0" data-testid="custom-fields">
      <div className="flex items-start justify-between gap-3 px-6 py-4">
        <div className="min-w-0">
          <Heading level="h2">{t("customFields.onTicket")}</Heading>
          {ticket.form && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("customFields.fromForm", { name: ticket.form.name })}
            </Text>
          )}
        </div>
        {declared.length > 0 && (
          <Button size="small" variant="secondary" onClick={() => setEdited(true)}>
            {t("general.edit")}
          </Button>
        )}
      </div>
      {ticket.custom_fields.length > 0 && (
        <dl className="flex flex-col gap-y-3 px-6 py-4">
          {ticket.custom_fields.map((field) => (
            <div key={field.key} className="flex flex-col">
              <dt className="txt-small text-ui-fg-subtle">{field.label}</dt>
              <dd className="txt-small line-clamp-4 whitespace-pre-line [overflow-wrap:anywhere]">
                <FieldText field={field} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {isEdited && (
        <FieldsDrawer
          ticket={ticket}
          declared={declared}
          onClose={() => setEdited(false)}
        />
      )}
    </Container>
  ) : null
}

const FieldText = ({ field: { type, value } }: { field: TicketField }) => {
  const { t, i18n } = useTranslation("crmDesk")

  if (typeof value === "boolean") {
    return value ? t("customFields.yes") : t("customFields.no")
  }
  if (Array.isArray(value)) {
    return value.join(", ")
  }
  return type === "date" && typeof value === "string"
    ? new Intl.DateTimeFormat(i18n.language, {
        dateStyle: "long",
        timeZone: "UTC",
      }).format(new Date(value))
    : String(value)
}
