import { Copy, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type WriteYourselfProps = { title: string; address: string; onWrite?: () => void }

/** The way to the first ticket: a mail to the account, as a customer would write it. */
export const WriteYourself = ({ title, address, onWrite }: WriteYourselfProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <div className="flex flex-col items-start gap-y-2">
      <Text size="small" weight="plus">
        {title}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t("setUp.writeYourselfHint")}
      </Text>
      <div className="flex items-center gap-x-2">
        <a
          href={`mailto:${address}?subject=${encodeURIComponent(t("setUp.mailtoSubject"))}`}
          onClick={onWrite}
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover txt-small [overflow-wrap:anywhere]"
        >
          {address}
        </a>
        <Copy content={address} />
      </div>
    </div>
  )
}
