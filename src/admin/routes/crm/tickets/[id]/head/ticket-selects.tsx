import { toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  Ticket,
  UpdateTicket,
} from "../../../../../../api/admin/crm/tickets/contract"
import { Choice } from "../../../../../components/choice"
import { DepartmentDrawer } from "../../../../../components/department-drawer"
import { Field } from "../../../../../components/field"
import { useAfterPaint } from "../../../../../components/use-after-paint"
import { useDoneToast } from "../../../../../components/use-undo"
import { messageOf } from "../../../../../lib/server-error"
import {
  statusLabel,
  statusOptions,
  statusValue,
  type Option,
} from "../../../../../lib/statuses"
import { classificationsQuery, isOfferedIn } from "../../../../../queries/classifications"
import { departmentsQuery } from "../../../../../queries/departments"
import { statusesQuery } from "../../../../../queries/statuses"
import { useUpdateTicket } from "../../../../../queries/tickets"

const ADD = "add"
const NONE = "none"

/** Status, department and classification: saved as they are chosen. */
export const TicketSelects = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  // What is in force stands on the ticket; what else there is can wait.
  const enabled = useAfterPaint()
  const { data: statuses } = useQuery({ ...statusesQuery, enabled })
  const { data: departments } = useQuery({ ...departmentsQuery, enabled })
  const { data: classifications = [] } = useQuery({ ...classificationsQuery, enabled })
  const { mutate, isPending } = useUpdateTicket(ticket.id)
  const done = useDoneToast()
  const [isAdding, setIsAdding] = useState(false)
  const { status, department, classification } = ticket
  const offered = classifications.filter((item) => isOfferedIn(item, department.id))

  const save = (change: UpdateTicket) =>
    mutate(change, {
      onSuccess: ({ undo }) => done(t("ticket.saved"), undo),
      onError: (error) => toast.error(messageOf(error)),
    })

  return (
    <div className="grid grid-cols-1 gap-4 px-6 py-4 sm:grid-cols-3">
      <Field label={t("columns.status")}>
        {(control) => (
          <Choice
            {...control}
            size="small"
            disabled={isPending}
            value={statuses ? statusValue(status.id, statuses) : status.id}
            onChange={(value) => save({ status: value })}
            options={
              statuses
                ? statusOptions(statuses, t)
                : [{ value: status.id, label: statusLabel(status, t) }]
            }
          />
        )}
      </Field>
      <Field label={t("columns.department")}>
        {(control) => (
          <Choice
            {...control}
            size="small"
            disabled={isPending}
            value={department.id}
            onChange={(id) =>
              id === ADD ? setIsAdding(true) : save({ department_id: id })
            }
            options={[
              ...withCurrent(
                departments?.map(({ id, private_name }) => ({
                  value: id,
                  label: private_name,
                })),
                department
              ),
              { value: ADD, label: t("departments.addNew") },
            ]}
          />
        )}
      </Field>
      <Field label={t("columns.classification")}>
        {(control) => (
          <Choice
            {...control}
            size="small"
            disabled={isPending || (!offered.length && !classification)}
            value={classification?.id ?? NONE}
            onChange={(id) => save({ classification_id: id === NONE ? null : id })}
            options={[
              { value: NONE, label: t("ticket.noClassification") },
              ...withCurrent(
                offered.map(({ id, name }) => ({ value: id, label: name })),
                classification
              ),
            ]}
          />
        )}
      </Field>
      {isAdding && (
        <DepartmentDrawer
          onClose={() => setIsAdding(false)}
          onSaved={({ id }) => save({ department_id: id })}
        />
      )}
    </div>
  )
}

/** The value in force is offered, whether or not the list has come and still names it. */
function withCurrent(
  options: Option[] = [],
  current: { id: string; name: string } | null
): Option[] {
  return !current || options.some(({ value }) => value === current.id)
    ? options
    : [{ value: current.id, label: current.name }, ...options]
}
