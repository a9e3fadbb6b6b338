import { Combobox } from "@medusajs/dashboard/components"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { TicketListItem } from "../../api/admin/crm/tickets/contract"
import { ticketQueries } from "../queries/tickets"
import type { FieldControl } from "./field"

type TicketPickerProps = Partial<FieldControl> & {
  /** Not offered: the ticket itself, and what was chosen already. */
  except: string[]
  onPick: (ticket: TicketListItem) => void
}

/** Any ticket, by number, words, customer or order. */
export const TicketPicker = ({ except, onPick, ...control }: TicketPickerProps) => {
  const { t } = useTranslation("crmDesk")
  const [q, setQ] = useState("")
  const { data } = useQuery(ticketQueries.list({ ...(q ? { q } : {}), limit: 20 }))
  const offered = (data?.tickets ?? []).filter(({ id }) => !except.includes(id))

  const pick = (id: string | undefined) => {
    const ticket = offered.find((candidate) => candidate.id === id)

    if (ticket) {
      setQ("")
      onPick(ticket)
    }
  }

  return (
    <Combobox
      {...control}
      value=""
      onChange={pick}
      searchValue={q}
      onSearchValueChange={setQ}
      options={offered.map(({ id, number, subject, requester }) => ({
        value: id,
        label: `#${number} · ${subject} · ${requester.name || requester.email}`,
      }))}
      placeholder={t("ticketPicker.search")}
      noResultsPlaceholder={
        <div className="txt-small text-ui-fg-muted px-2 py-1.5">
          {t("ticketPicker.noneFound")}
        </div>
      }
    />
  )
}
