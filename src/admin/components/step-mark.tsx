import { CheckCircleSolid, CircleDottedLine } from "@medusajs/icons"
import { useTranslation } from "react-i18next"

export const StepMark = ({ isDone }: { isDone: boolean }) => {
  const { t } = useTranslation("crmDesk")

  return isDone ? (
    <CheckCircleSolid
      className="text-ui-tag-green-icon shrink-0"
      aria-label={t("setUp.done")}
    />
  ) : (
    <CircleDottedLine
      className="text-ui-fg-muted shrink-0"
      aria-label={t("setUp.toDo")}
    />
  )
}
