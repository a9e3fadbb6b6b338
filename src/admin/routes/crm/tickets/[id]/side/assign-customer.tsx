import { Button, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { CustomerDrawer } from "../../../../../components/customer-drawer"
import {
  CustomerPicker,
  type PickedCustomer,
} from "../../../../../components/customer-picker"
import { useDoneToast } from "../../../../../components/use-undo"
import { messageOf } from "../../../../../lib/server-error"
import { useAssignCustomer, useUpdateTicket } from "../../../../../queries/tickets"

/** Gives an unknown sender a customer of the shop: by the address, found, or made (V-49). */
export const AssignCustomer = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const update = useUpdateTicket(ticket.id)
  const byAddress = useAssignCustomer(ticket.id)
  const done = useDoneToast()
  const [step, setStep] = useState<"closed" | "search" | "create">("closed")
  const answers = {
    onSuccess: ({ undo }: { undo?: string }) => done(t("customer.assigned"), undo),
    onError: (error: Error) => {
      toast.error(messageOf(error))
    },
  }
  const assign = (customer: PickedCustomer | null) =>
    customer && update.mutate({ customer_id: customer.id }, answers)

  return (
    <div className="flex flex-col gap-y-2 pt-2">
      {step === "closed" ? (
        <div className="flex flex-wrap gap-2">
          {ticket.requester.email && (
            <>
              <Button
                size="small"
                variant="secondary"
                disabled={byAddress.isPending}
                onClick={() => byAddress.mutate({}, answers)}
              >
                {t("customer.assignByAddress")}
              </Button>
              <Button
                size="small"
                variant="transparent"
                disabled={byAddress.isPending}
                title={t("invitation.hint")}
                onClick={() =>
                  byAddress.mutate(
                    { invite: true },
                    {
                      ...answers,
                      onSuccess: ({ undo }) => done(t("invitation.done"), undo),
                    }
                  )
                }
              >
                {t("invitation.invite")}
              </Button>
            </>
          )}
          <Button size="small" variant="transparent" onClick={() => setStep("search")}>
            {t("customer.assign")}
          </Button>
        </div>
      ) : (
        <>
          <CustomerPicker
            aria-label={t("customer.search")}
            value={null}
            onChange={assign}
          />
          <div className="flex gap-x-2">
            <Button size="small" variant="secondary" onClick={() => setStep("create")}>
              {t("customer.create")}
            </Button>
            <Button size="small" variant="transparent" onClick={() => setStep("closed")}>
              {t("general.cancel")}
            </Button>
          </div>
        </>
      )}
      {step === "create" && (
        <CustomerDrawer
          email={ticket.requester.email}
          name={ticket.requester.name}
          onClose={() => setStep("search")}
          onCreated={assign}
        />
      )}
    </div>
  )
}
