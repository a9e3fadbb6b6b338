import { useTranslation } from "react-i18next"

/** A breadcrumb in the agent's language. */
export const Crumb = ({ label }: { label: string }) => {
  const { t } = useTranslation("crmDesk")
  return <>{t(`menu.${label}`)}</>
}
