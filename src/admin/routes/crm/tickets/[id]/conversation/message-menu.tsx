import { ActionMenu } from "@medusajs/dashboard/components"
import { ArrowUpRightOnBox } from "@medusajs/icons"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  Ticket,
  TicketMessage,
} from "../../../../../../api/admin/crm/tickets/contract"
import { SplitDrawer } from "./split-drawer"

/** What can be done with one message of several. */
export const MessageMenu = ({
  ticket,
  message,
}: {
  ticket: Ticket
  message: TicketMessage
}) => {
  const { t } = useTranslation("crmDesk")
  const [isSplitting, setIsSplitting] = useState(false)

  if (ticket.messages.length < 2) {
    return null
  }
  return (
    <>
      <ActionMenu
        groups={[
          {
            actions: [
              {
                icon: <ArrowUpRightOnBox />,
                label: t("split.action"),
                onClick: () => setIsSplitting(true),
              },
            ],
          },
        ]}
      />
      {isSplitting && (
        <SplitDrawer
          ticket={ticket}
          message={message}
          onClose={() => setIsSplitting(false)}
        />
      )}
    </>
  )
}
