import { Button, Container, DataTable, Heading, useDataTable } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link, useHref, useNavigate } from "react-router-dom"
import { LoadError } from "../../../../components/load-error"
import { ShortcutHelpButton } from "../../../../components/shortcut-help-button"
import { newTicketPath, ticketPath, TICKETS_PATH } from "../../../../lib/ticket-links"
import {
  isFiltered,
  PAGE_SIZE,
  tabOf,
  ticketTableQuery,
} from "../../../../lib/ticket-table-url"
import { AWAITING_TINT, TICKET_COLUMNS } from "../../../../lib/tints"
import { ticketQueries } from "../../../../queries/tickets"
import { useTicketColumns } from "./columns"
import { NoTicketsYet } from "./empty-state"
import { useTicketFilters } from "./filters"
import { Scopes } from "./scopes"
import { TicketTabs } from "./tabs"
import { useBatch } from "./use-batch"
import { useColumnVisibility } from "./use-column-visibility"
import { useListShortcuts } from "./use-list-shortcuts"
import { useTicketTableUrl } from "./use-ticket-table-url"

export const TicketTable = () => {
  const { t } = useTranslation("crmDesk")
  const navigate = useNavigate()
  const address = useHref(TICKETS_PATH)
  const { state, ...url } = useTicketTableUrl()
  const query = useQuery(ticketQueries.list(ticketTableQuery(state)))
  const { data, error, isPending } = query
  const tickets = data?.tickets ?? []
  const { dialog, ...batch } = useBatch(tickets)

  useListShortcuts(tickets)

  const table = useDataTable({
    data: tickets,
    columns: useTicketColumns(),
    filters: useTicketFilters(),
    getRowId: ({ id }) => id,
    rowCount: data?.count ?? 0,
    isLoading: isPending,
    // Every change but a turned page goes back to the first one by itself.
    autoResetPageIndex: false,
    search: { state: state.q, onSearchChange: url.search, debounce: 300 },
    filtering: { state: state.filters, onFilteringChange: url.filter },
    sorting: { state: state.order, onSortingChange: url.sort },
    pagination: {
      state: { pageIndex: state.pageIndex, pageSize: PAGE_SIZE },
      onPaginationChange: ({ pageIndex }) => url.turnTo(pageIndex),
    },
    columnVisibility: useColumnVisibility(),
    ...batch,
    onRowClick: (event, { id }) =>
      event.metaKey || event.ctrlKey || event.shiftKey
        ? window.open(`${address}/${id}`, "_blank", "noreferrer")
        : navigate(ticketPath(id)),
  })

  if (error && !data) {
    return <LoadError error={error} onRetry={query.refetch} />
  }

  return (
    <Container className={`overflow-hidden p-0 ${AWAITING_TINT} ${TICKET_COLUMNS}`}>
      <DataTable instance={table}>
        <DataTable.Toolbar
          className="flex flex-col items-stretch gap-3"
          translations={{
            clearAll: t("table.clearAll"),
            sort: t("table.sort"),
            columns: t("table.columns"),
          }}
          filterBarContent={
            Object.keys(state.scopes).length ? (
              <Scopes scopes={state.scopes} tickets={tickets} onDrop={url.dropScope} />
            ) : undefined
          }
        >
          <div className="flex items-center justify-between gap-x-4">
            <Heading>{t("tickets.title")}</Heading>
            <div className="flex items-center gap-x-2">
              <ShortcutHelpButton />
              <Button size="small" asChild>
                <Link to={newTicketPath()}>{t("tickets.create")}</Link>
              </Button>
            </div>
          </div>
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <TicketTabs active={tabOf(state)} onChange={url.showTab} />
            <div className="flex w-full items-center gap-2 md:w-auto">
              <div className="min-w-0 flex-1 md:w-64">
                <DataTable.Search placeholder={t("table.search")} />
              </div>
              <DataTable.FilterMenu tooltip={t("table.filter")} />
              <DataTable.SortingMenu tooltip={t("table.sort")} />
              <DataTable.ColumnVisibilityMenu tooltip={t("table.columns")} />
            </div>
          </div>
        </DataTable.Toolbar>
        <DataTable.Table
          emptyState={{
            empty: isFiltered(state) ? nothingFound(t) : { custom: <NoTicketsYet /> },
            filtered: nothingFound(t),
          }}
        />
        <DataTable.Pagination
          translations={{
            of: t("table.of"),
            results: t("table.results"),
            pages: t("table.pages"),
            prev: t("table.prev"),
            next: t("table.next"),
          }}
        />
        <DataTable.CommandBar selectedLabel={(count) => t("batch.selected", { count })} />
      </DataTable>
      {dialog}
    </Container>
  )
}

const nothingFound = (t: (key: string) => string) => ({
  heading: t("empty.noResults"),
  description: t("empty.noResultsHint"),
})
