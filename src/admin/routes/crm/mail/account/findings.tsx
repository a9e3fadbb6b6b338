import {
  CheckCircleSolid,
  ExclamationCircleSolid,
  InformationCircleSolid,
  XCircleSolid,
} from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  AccountHealth,
  Finding,
} from "../../../../../api/admin/crm/mail-health/contract"
import { findingValues } from "../../../../lib/finding-values"
import { FindingAction } from "./finding-action"

/** What is worth a remark, the worst first, each with a sentence of advice. */
export const Findings = ({ health }: { health: AccountHealth }) => {
  const { t } = useTranslation("crmDesk")

  if (!health.findings.length) {
    return (
      <div className="flex items-start gap-x-3 px-6 py-4">
        <CheckCircleSolid className="text-ui-tag-green-icon mt-0.5 shrink-0" />
        <Text size="small">{t("doctor.healthy")}</Text>
      </div>
    )
  }
  return (
    <ul className="divide-y">
      {health.findings.map((finding) => (
        <li
          key={finding.code}
          data-finding={finding.code}
          className="flex flex-wrap items-start gap-x-3 gap-y-2 px-6 py-4"
        >
          <SeverityIcon severity={finding.severity} />
          <FindingText finding={finding} />
          <FindingAction finding={finding} health={health} />
        </li>
      ))}
    </ul>
  )
}

export const FindingText = ({ finding }: { finding: Finding }) => {
  const { t, i18n } = useTranslation("crmDesk")
  const values = findingValues(finding, i18n.language)

  return (
    <div className="min-w-48 flex-1">
      <Text size="small" weight="plus" className="[overflow-wrap:anywhere]">
        {t(`findings.${finding.code}.title`, values)}
      </Text>
      <Text size="small" className="text-ui-fg-subtle [overflow-wrap:anywhere]">
        {t(`findings.${finding.code}.advice`, values)}
      </Text>
    </div>
  )
}

const ICONS = {
  error: <XCircleSolid className="text-ui-tag-red-icon mt-0.5 shrink-0" />,
  warning: <ExclamationCircleSolid className="text-ui-tag-orange-icon mt-0.5 shrink-0" />,
  info: <InformationCircleSolid className="text-ui-tag-blue-icon mt-0.5 shrink-0" />,
}

export const SeverityIcon = ({ severity }: Pick<Finding, "severity">) => ICONS[severity]
