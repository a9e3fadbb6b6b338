import { createDataTableFilterHelper } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { TicketListItem } from "../../../../../api/admin/crm/tickets/contract"
import { RATING_TONES, TICKET_VIEWS } from "../../../../lib/ticket-table-url"
import { STATUS_CATEGORIES } from "../../../../lib/statuses"
import { classificationsQuery } from "../../../../queries/classifications"
import { customFieldsQuery } from "../../../../queries/custom-fields"
import { departmentsQuery } from "../../../../queries/departments"

const filter = createDataTableFilterHelper<TicketListItem & Record<string, unknown>>()

export function useTicketFilters() {
  const { t } = useTranslation("crmDesk")
  const { data: departments = [] } = useQuery(departmentsQuery)
  const { data: classifications = [] } = useQuery(classificationsQuery)
  const { data: fields = [] } = useQuery(customFieldsQuery)
  const fieldOptions = fields.flatMap(({ key, label, choices }) =>
    choices.map((choice) => ({
      value: `${key}:${choice}`,
      label: `${label}: ${choice}`,
    }))
  )

  return [
    filter.accessor("status", {
      type: "multiselect",
      label: t("columns.status"),
      searchable: false,
      options: STATUS_CATEGORIES.map((value) => ({ value, label: t(`status.${value}`) })),
    }),
    filter.accessor("department_id", {
      type: "multiselect",
      label: t("columns.department"),
      options: departments.map(({ id, private_name, open_ticket_count }) => ({
        value: id,
        label: `${private_name} (${open_ticket_count})`,
      })),
    }),
    filter.accessor("classification_id", {
      type: "multiselect",
      label: t("columns.classification"),
      options: classifications.map(({ id, name }) => ({ value: id, label: name })),
    }),
    filter.accessor("awaiting", {
      type: "radio",
      label: t("columns.awaiting"),
      options: [
        { value: "agent", label: t("tickets.awaiting") },
        { value: "customer", label: t("tickets.awaitingCustomer") },
        { value: "none", label: t("tickets.awaitingNobody") },
      ],
    }),
    filter.accessor("rating", {
      type: "multiselect",
      label: t("columns.rating"),
      searchable: false,
      options: RATING_TONES.map((tone) => ({
        value: tone,
        label: t(`ratings.tone.${tone}`),
      })),
    }),
    ...(fieldOptions.length
      ? [
          filter.accessor("custom_field", {
            type: "multiselect",
            label: t("customFields.filter"),
            options: fieldOptions,
          }),
        ]
      : []),
    filter.accessor("view", {
      type: "radio",
      label: t("columns.view"),
      options: [
        ...TICKET_VIEWS.map((view) => ({
          value: view,
          label: t(`tickets.views.${view}`),
        })),
      ],
    }),
  ]
}
