import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { TABS, type TicketTab } from "../../../../lib/ticket-table-url"

type TicketTabsProps = { active: TicketTab | null; onChange: (tab: TicketTab) => void }

/** The four lists an agent lives in (M-05, M-37); a shorthand for filters. */
export const TicketTabs = ({ active, onChange }: TicketTabsProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <div
      role="group"
      aria-label={t("tickets.tabs.label")}
      className="flex flex-wrap gap-1"
    >
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          aria-pressed={tab === active}
          onClick={() => onChange(tab)}
          className={clx(
            "txt-compact-small-plus transition-fg rounded-full px-3 py-1.5 outline-none",
            "focus-visible:shadow-borders-focus",
            tab === active
              ? "bg-ui-bg-base text-ui-fg-base shadow-elevation-card-rest"
              : "text-ui-fg-subtle hover:bg-ui-bg-base-hover"
          )}
        >
          {t(`tickets.tabs.${tab}`)}
        </button>
      ))}
    </div>
  )
}
