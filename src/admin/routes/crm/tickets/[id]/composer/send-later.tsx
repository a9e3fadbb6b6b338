import { Clock, XMarkMini } from "@medusajs/icons"
import { Badge, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { LaterMenu } from "../../../../../components/later-menu"
import { absoluteTime } from "../../../../../lib/relative-time"

type SendLaterProps = {
  value: string | undefined
  onChange: (moment: string | undefined) => void
}

/** A reply that leaves later than it is written (E-10). */
export const SendLater = ({ value, onChange }: SendLaterProps) => {
  const { t, i18n } = useTranslation("crmDesk")

  return value ? (
    <Badge size="small" color="blue" className="gap-x-1">
      <Clock />
      {t("sendLater.at", { time: absoluteTime(value, i18n.language) })}
      <button
        type="button"
        aria-label={t("sendLater.drop")}
        onClick={() => onChange(undefined)}
      >
        <XMarkMini />
      </button>
    </Badge>
  ) : (
    <LaterMenu
      label={t("sendLater.label")}
      onChoose={onChange}
      trigger={
        <Button size="small" type="button" variant="transparent">
          <Clock />
          {t("sendLater.label")}
        </Button>
      }
    />
  )
}
