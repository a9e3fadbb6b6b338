import { Button, Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type Action = { label: string; action: () => unknown }
type BatchActionsProps = {
  count: number
  actions: Action[]
  onChosen: (action: Action["action"]) => void
  onClose: () => void
}

/** What can be done to the selected tickets, where the bar has no room for it. */
export const BatchActions = ({
  count,
  actions,
  onChosen,
  onClose,
}: BatchActionsProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{t("batch.selected", { count })}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-2">
          {actions.map(({ label, action }) => (
            <Button
              key={label}
              variant="secondary"
              className="w-full"
              onClick={() => onChosen(action)}
            >
              {label}
            </Button>
          ))}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
