import {
  Container,
  createDataTableFilterHelper,
  DataTable,
  Heading,
  Text,
  useDataTable,
} from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { isNarrowed } from "../lib/mail-table-url"
import { PAGE_SIZE } from "../lib/ticket-table-url"
import { mailAccountsQuery } from "../queries/mail-accounts"
import { LoadError } from "./load-error"
import type { useMailTableUrl } from "./use-mail-table-url"

type MailRow = { id: string; state: string; account_id: string }

type MailTableProps<Mail extends MailRow> = {
  title: string
  description: string
  columns: Parameters<typeof useDataTable<Mail>>[0]["columns"]
  states: { value: string; label: string }[]
  query: { isPending: boolean; error: unknown; refetch: () => unknown }
  mails: Mail[] | undefined
  count: number
  url: ReturnType<typeof useMailTableUrl>
  /** Left out where the server cannot search. */
  searchLabel?: string
  empty: { heading: string; description: string }
}

/** The frame of ledger and outbox: filters, search and page in the address, and its three states. */
export const MailTable = <Mail extends MailRow>({
  title,
  description,
  columns,
  states,
  query,
  mails,
  count,
  url: { state, ...url },
  searchLabel,
  empty,
}: MailTableProps<Mail>) => {
  const { t } = useTranslation("crmDesk")
  const table = useDataTable({
    data: mails ?? [],
    columns,
    filters: useMailFilters(states),
    getRowId: ({ id }) => id,
    rowCount: count,
    isLoading: query.isPending,
    autoResetPageIndex: false,
    search: { state: state.q, onSearchChange: url.search, debounce: 300 },
    filtering: { state: state.filters, onFilteringChange: url.filter },
    pagination: {
      state: { pageIndex: state.pageIndex, pageSize: PAGE_SIZE },
      onPaginationChange: ({ pageIndex }) => url.turnTo(pageIndex),
    },
    onRowClick: (_, { id }) => url.open(id),
  })
  const nothingFound = {
    heading: t("empty.noMail"),
    description: t("empty.noMailHint"),
  }

  if (query.error && !mails) {
    return <LoadError error={query.error} onRetry={query.refetch} />
  }

  return (
    <Container className="overflow-hidden p-0">
      <DataTable instance={table}>
        <DataTable.Toolbar
          className="flex flex-col items-stretch gap-3"
          translations={{ clearAll: t("table.clearAll") }}
        >
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <div className="min-w-0">
              <Heading>{title}</Heading>
              <Text size="small" className="text-ui-fg-subtle">
                {description}
              </Text>
            </div>
            <div className="flex w-full items-center gap-2 md:w-auto">
              {searchLabel && (
                <div className="min-w-0 flex-1 md:w-64">
                  <DataTable.Search placeholder={searchLabel} />
                </div>
              )}
              <DataTable.FilterMenu tooltip={t("table.filter")} />
            </div>
          </div>
        </DataTable.Toolbar>
        <DataTable.Table
          emptyState={{
            empty: isNarrowed(state) ? nothingFound : empty,
            filtered: nothingFound,
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
      </DataTable>
    </Container>
  )
}

const filter = createDataTableFilterHelper<MailRow>()

function useMailFilters(states: MailTableProps<MailRow>["states"]) {
  const { t } = useTranslation("crmDesk")
  const { data: accounts = [] } = useQuery(mailAccountsQuery)

  return [
    filter.accessor("state", {
      type: "radio",
      label: t("columns.state"),
      options: states,
    }),
    filter.accessor("account_id", {
      type: "radio",
      label: t("columns.account"),
      options: accounts.map(({ id, address }) => ({ value: id, label: address })),
    }),
  ]
}
