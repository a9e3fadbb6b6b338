import { Button, Drawer } from "@medusajs/ui"
import type { FormEvent, PropsWithChildren, ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { ServerRefusal } from "./server-refusal"

type FormDrawerProps = PropsWithChildren<{
  title: string
  description?: string
  onClose: () => void
  onSubmit: () => void
  isSaving: boolean
  canSave: boolean
  error: unknown
  /** What the button says; "Save" if nothing else. */
  submitLabel?: string
  /** Beside the buttons, e.g. a test of what is saved. */
  extra?: ReactNode
}>

/** A drawer with a form: stays open with everything typed until the server has said yes. */
export const FormDrawer = ({
  title,
  description,
  onClose,
  onSubmit,
  isSaving,
  canSave,
  error,
  submitLabel,
  extra,
  children,
}: FormDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A form inside a drawer inside a form must not submit its parent.
    event.stopPropagation()
    if (canSave && !isSaving) {
      onSubmit()
    }
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content {...(description ? {} : { "aria-describedby": undefined })}>
        <Drawer.Header>
          <Drawer.Title>{title}</Drawer.Title>
          {description && <Drawer.Description>{description}</Drawer.Description>}
        </Drawer.Header>
        <form onSubmit={submit} className="flex min-h-0 flex-1 flex-col">
          <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
            {children}
          </Drawer.Body>
          {Boolean(error) && (
            <div className="px-6 py-3">
              <ServerRefusal error={error} />
            </div>
          )}
          <Drawer.Footer className="flex-wrap">
            {extra}
            <Button type="button" size="small" variant="secondary" onClick={onClose}>
              {t("general.cancel")}
            </Button>
            <Button type="submit" size="small" isLoading={isSaving} disabled={!canSave}>
              {submitLabel ?? t("general.save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
