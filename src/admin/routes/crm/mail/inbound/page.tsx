import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../../components/crumb"
import { Desk } from "../../../../components/desk"
import { MailTable } from "../../../../components/mail-table"
import { useMailTableUrl } from "../../../../components/use-mail-table-url"
import { mailTableQuery } from "../../../../lib/mail-table-url"
import { inboundMailQueries } from "../../../../queries/mails"
import { useInboundColumns } from "./columns"
import { InboundDrawer } from "./inbound-drawer"
import { INBOUND_STATES } from "./inbound-state"

/** The ledger: every mail that ever came, and how it ended. With `state=quarantined`, quarantine. */
const InboundPage = () => {
  const { t } = useTranslation("crmDesk")
  const url = useMailTableUrl()
  const query = useQuery(inboundMailQueries.list(mailTableQuery(url.state)))
  const { opened } = url.state

  return (
    <Desk>
      <MailTable
        title={t("ledger.title")}
        description={t("ledger.description")}
        columns={useInboundColumns()}
        states={INBOUND_STATES.map((value) => ({
          value,
          label: t(`ledger.states.${value}`),
        }))}
        query={query}
        mails={query.data?.inbound_mails}
        count={query.data?.count ?? 0}
        url={url}
        searchLabel={t("ledger.search")}
        empty={{ heading: t("ledger.empty"), description: t("ledger.emptyHint") }}
      />
      {opened && (
        <InboundDrawer key={opened} id={opened} onClose={() => url.open(null)} />
      )}
    </Desk>
  )
}

export const config = defineRouteConfig({
  label: "menu.ledger",
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="ledger" /> }

export default InboundPage
