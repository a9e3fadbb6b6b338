import { useTranslation } from "react-i18next"
import type { Format } from "../../lib/reply-draft"
import { Tool } from "./toolbar-tool"

type FormatSwitchProps = { format: Format; onChange: (format: Format) => void }

/** Formatted or plain (C-55). */
export const FormatSwitch = ({ format, onChange }: FormatSwitchProps) => {
  const { t } = useTranslation("crmDesk")
  const other = format === "rich" ? "plain" : "rich"

  return (
    <Tool label={t(`editor.switchTo.${other}`)} onClick={() => onChange(other)}>
      {t(`editor.format.${other}`)}
    </Tool>
  )
}
