import { Keyboard } from "@medusajs/icons"
import { Drawer, IconButton, Kbd, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** Keys by the page they work on; their texts are `shortcuts.does.<name>`. */
const SHEET = {
  ticket: [
    ["r", "reply"],
    ["n", "note"],
    ["a", "claim"],
    ["e", "close"],
    ["m", "merge"],
    ["j", "next"],
    ["k", "previous"],
    ["u", "back"],
    ["/", "search"],
    ["?", "help"],
  ],
  list: [
    ["/", "search"],
    ["c", "create"],
    ["?", "help"],
  ],
  writing: [
    ["Ctrl + Enter", "send"],
    ["Esc", "leave"],
  ],
} as const

type ShortcutHelpProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** The sheet of keys, by "?" or by its button (E-22). */
export const ShortcutHelp = ({ isOpen, onOpenChange }: ShortcutHelpProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <>
      <Tooltip content={t("shortcuts.title")}>
        <IconButton
          // A phone has no keys to tell of.
          className="max-sm:hidden"
          size="small"
          variant="transparent"
          aria-label={t("shortcuts.title")}
          onClick={() => onOpenChange(true)}
        >
          <Keyboard className="text-ui-fg-muted" />
        </IconButton>
      </Tooltip>
      <Drawer open={isOpen} onOpenChange={onOpenChange}>
        <Drawer.Content>
          <Drawer.Header>
            <Drawer.Title>{t("shortcuts.title")}</Drawer.Title>
            <Drawer.Description>{t("shortcuts.description")}</Drawer.Description>
          </Drawer.Header>
          <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
            {Object.entries(SHEET).map(([page, keys]) => (
              <section key={page} className="flex flex-col gap-y-2">
                <h3 className="txt-compact-small-plus">{t(`shortcuts.on.${page}`)}</h3>
                <dl className="flex flex-col gap-y-2">
                  {keys.map(([key, name]) => (
                    <div key={key} className="flex items-center justify-between gap-x-4">
                      <dt className="txt-small text-ui-fg-subtle">
                        {t(`shortcuts.does.${name}`)}
                      </dt>
                      <dd>
                        <Kbd>{key.length === 1 ? key.toUpperCase() : key}</Kbd>
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </Drawer.Body>
        </Drawer.Content>
      </Drawer>
    </>
  )
}
