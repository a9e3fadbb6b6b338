import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, DataTable, Heading, Text, useDataTable } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../../components/crumb"
import { Desk } from "../../../../components/desk"
import { LoadError } from "../../../../components/load-error"
import { useMailTableUrl } from "../../../../components/use-mail-table-url"
import { mailTableQuery } from "../../../../lib/mail-table-url"
import { PAGE_SIZE } from "../../../../lib/ticket-table-url"
import { suppressedAddressesQuery } from "../../../../queries/suppressed-addresses"
import { useSuppressedColumns } from "./columns"

/** Addresses that get no automatic mail, why, and the way back. */
const SuppressedPage = () => {
  const { t } = useTranslation("crmDesk")
  const { state, search, turnTo } = useMailTableUrl()
  const { data, error, isPending, refetch } = useQuery(
    suppressedAddressesQuery(mailTableQuery({ ...state, filters: {} }))
  )
  const table = useDataTable({
    data: data?.suppressed_addresses ?? [],
    columns: useSuppressedColumns(),
    getRowId: ({ id }) => id,
    rowCount: data?.count ?? 0,
    isLoading: isPending,
    autoResetPageIndex: false,
    search: { state: state.q, onSearchChange: search, debounce: 300 },
    pagination: {
      state: { pageIndex: state.pageIndex, pageSize: PAGE_SIZE },
      onPaginationChange: ({ pageIndex }) => turnTo(pageIndex),
    },
  })

  return (
    <Desk>
      {error && !data ? (
        <LoadError error={error} onRetry={refetch} />
      ) : (
        <Container className="overflow-hidden p-0">
          <DataTable instance={table}>
            <DataTable.Toolbar className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <div className="min-w-0">
                <Heading>{t("suppressed.title")}</Heading>
                <Text size="small" className="text-ui-fg-subtle">
                  {t("suppressed.description")}
                </Text>
              </div>
              <div className="w-full md:w-64">
                <DataTable.Search placeholder={t("suppressed.search")} />
              </div>
            </DataTable.Toolbar>
            <DataTable.Table
              emptyState={{
                empty: {
                  heading: t("suppressed.empty"),
                  description: t("suppressed.emptyHint"),
                },
                filtered: {
                  heading: t("empty.noMail"),
                  description: t("empty.noMailHint"),
                },
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
      )}
    </Desk>
  )
}

export const config = defineRouteConfig({
  label: "menu.suppressed",
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="suppressed" /> }

export default SuppressedPage
