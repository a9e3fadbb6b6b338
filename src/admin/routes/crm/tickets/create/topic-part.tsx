import { Button, DatePicker } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Choice } from "../../../../components/choice"
import { ColleaguesMenu } from "../../../../components/colleagues-menu"
import { DepartmentChoice } from "../../../../components/department-choice"
import { DepartmentDrawer } from "../../../../components/department-drawer"
import { VariableInput } from "../../../../components/editor/variable-input"
import { Field } from "../../../../components/field"
import { OrderPicker } from "../../../../components/order-picker"
import type { NewTicket } from "../../../../lib/new-ticket"
import { classificationsQuery, isOfferedIn } from "../../../../queries/classifications"
import { departmentsQuery } from "../../../../queries/departments"
import type { FormPart } from "./new-ticket-form"

const NONE = "none"
const CHANNELS = [
  "admin",
  "phone",
  "in_person",
] as const satisfies readonly NewTicket["channel"][]

/** About what: subject, department, and whatever sorts the ticket. */
export const TopicPart = ({ ticket, set }: FormPart) => {
  const { t } = useTranslation("crmDesk")
  const { data: departments } = useQuery(departmentsQuery)
  const { data: classifications = [] } = useQuery(classificationsQuery)
  const [isAdding, setIsAdding] = useState(false)
  const offered = classifications.filter((item) => isOfferedIn(item, ticket.departmentId))

  const chooseDepartment = (departmentId: string) => {
    const chosen = classifications.find(({ id }) => id === ticket.classificationId)

    set({
      departmentId,
      ...(chosen && !isOfferedIn(chosen, departmentId) ? { classificationId: "" } : {}),
    })
  }

  return (
    <div className="grid grid-cols-1 gap-4 px-6 py-4 md:grid-cols-2">
      <Field
        label={t("create.subject")}
        className="flex min-w-0 flex-col gap-y-2 md:col-span-2"
      >
        {(control) => (
          <VariableInput
            {...control}
            aria-required
            maxLength={255}
            value={ticket.subject}
            onChange={(subject) => set({ subject })}
          />
        )}
      </Field>
      <Field label={t("create.department")}>
        {(control) => (
          <DepartmentChoice
            {...control}
            value={ticket.departmentId}
            departments={departments}
            onChange={chooseDepartment}
            onAdd={() => setIsAdding(true)}
          />
        )}
      </Field>
      {offered.length > 0 && ticket.departmentId && (
        <Field label={t("create.classification")} optional>
          {(control) => (
            <Choice
              {...control}
              value={ticket.classificationId || NONE}
              onChange={(id) => set({ classificationId: id === NONE ? "" : id })}
              options={[
                { value: NONE, label: t("ticket.noClassification") },
                ...offered.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </Field>
      )}
      <Field label={t("create.channel")}>
        {(control) => (
          <Choice
            {...control}
            value={ticket.channel}
            onChange={(channel) => set({ channel: channel as NewTicket["channel"] })}
            options={CHANNELS.map((value) => ({
              value,
              label: t(`create.channels.${value}`),
            }))}
          />
        )}
      </Field>
      <Field label={t("create.order")} optional>
        {(control) => (
          <OrderPicker
            {...control}
            value={ticket.orderId}
            knownAs={ticket.orderNumber}
            customerId={ticket.customer?.id}
            onChange={(orderId) => set({ orderId, orderNumber: "" })}
          />
        )}
      </Field>
      <Field label={t("create.due")} optional>
        {() => (
          <DatePicker
            aria-label={t("create.due")}
            granularity="day"
            value={ticket.dueAt}
            onChange={(dueAt) => set({ dueAt })}
          />
        )}
      </Field>
      <Field label={t("watching.inform")} hint={t("watching.informHint")} optional>
        {(control) => (
          <ColleaguesMenu
            label={t("watching.inform")}
            value={ticket.inform}
            onChange={(inform) => set({ inform })}
            trigger={
              <Button {...control} type="button" variant="secondary" className="w-full">
                {ticket.inform.length
                  ? t("colleagues.chosen", { count: ticket.inform.length })
                  : t("colleagues.choose")}
              </Button>
            }
          />
        )}
      </Field>
      {isAdding && (
        <DepartmentDrawer
          onClose={() => setIsAdding(false)}
          onSaved={({ id }) => chooseDepartment(id)}
        />
      )}
    </div>
  )
}
