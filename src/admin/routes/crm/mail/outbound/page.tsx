import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../../components/crumb"
import { Desk } from "../../../../components/desk"
import { MailTable } from "../../../../components/mail-table"
import { useMailTableUrl } from "../../../../components/use-mail-table-url"
import { mailTableQuery } from "../../../../lib/mail-table-url"
import { outboundMailQueries } from "../../../../queries/mails"
import { useOutboundColumns } from "./columns"
import { OutboundDrawer } from "./outbound-drawer"
import { OUTBOUND_STATES } from "./outbound-state"

/** The outbox: every mail that must leave, and how far it got with each of its recipients. */
const OutboundPage = () => {
  const { t } = useTranslation("crmDesk")
  const url = useMailTableUrl()
  const query = useQuery(outboundMailQueries.list(mailTableQuery(url.state)))
  const { opened } = url.state

  return (
    <Desk>
      <MailTable
        title={t("outbox.title")}
        description={t("outbox.description")}
        columns={useOutboundColumns()}
        states={OUTBOUND_STATES.map((value) => ({
          value,
          label: t(`outbox.states.${value}`),
        }))}
        query={query}
        mails={query.data?.outbound_mails}
        count={query.data?.count ?? 0}
        url={url}
        searchLabel={t("outbox.search")}
        empty={{ heading: t("outbox.empty"), description: t("outbox.emptyHint") }}
      />
      {opened && (
        <OutboundDrawer key={opened} id={opened} onClose={() => url.open(null)} />
      )}
    </Desk>
  )
}

export const config = defineRouteConfig({
  label: "menu.outbox",
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="outbox" /> }

export default OutboundPage
