import { CheckCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { MailAccountTestResponse } from "../../api/admin/crm/mail-accounts/contract"
import { ServerRefusal } from "./server-refusal"

type TestResultsProps = { results: MailAccountTestResponse | undefined; error: unknown }

/** What both servers said when the connection was tested. */
export const TestResults = ({ results, error }: TestResultsProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <>
      <div aria-live="polite" className="flex flex-col gap-y-1">
        {results?.imap && <Result label={t("mailAccounts.imap")} result={results.imap} />}
        {results && <Result label={t("mailAccounts.smtp")} result={results.smtp} />}
      </div>
      <ServerRefusal error={error} />
    </>
  )
}

type ResultProps = { label: string; result: MailAccountTestResponse["smtp"] }

const Result = ({ label, result }: ResultProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <div className="flex items-start gap-x-2">
      {result.ok ? (
        <CheckCircleSolid className="text-ui-tag-green-icon mt-0.5 shrink-0" />
      ) : (
        <XCircleSolid className="text-ui-tag-red-icon mt-0.5 shrink-0" />
      )}
      <Text size="small" className="min-w-0 [overflow-wrap:anywhere]">
        {label}:{" "}
        {result.ok ? t("mailAccounts.works") : (result.error ?? t("mailAccounts.fails"))}
      </Text>
    </div>
  )
}
