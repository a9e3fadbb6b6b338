import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { SummaryResponse } from "../../../../api/admin/crm/summary/contract"
import { MAIL_ACCOUNTS_PATH } from "../../../lib/ticket-links"

export const FailingAccounts = ({ summary }: { summary: SummaryResponse }) => {
  const { t } = useTranslation("crmDesk")
  const { failing } = summary.mail_accounts

  return failing > 0 ? (
    <Alert variant="error" role="alert">
      {t("summary.failing", { count: failing })}{" "}
      <Link to={MAIL_ACCOUNTS_PATH} className="text-ui-fg-interactive underline">
        {t("summary.failingLink")}
      </Link>
    </Alert>
  ) : null
}
