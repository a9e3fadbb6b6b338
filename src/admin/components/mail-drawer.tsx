import { SectionRow } from "@medusajs/dashboard/components"
import { Button, Drawer, Skeleton, Text } from "@medusajs/ui"
import type { PropsWithChildren, ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { messageOf } from "../lib/server-error"
import { ServerRefusal } from "./server-refusal"

type MailDrawerProps = PropsWithChildren<{
  title: string
  onClose: () => void
  query: { isPending: boolean; error: unknown }
  /** What can be done with the mail. */
  actions: ReactNode
  /** What the server had against it. */
  refusal: unknown
}>

/** All that is known of one mail, and what can be done with it. */
export const MailDrawer = ({
  title,
  onClose,
  query,
  actions,
  refusal,
  children,
}: MailDrawerProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title className="[overflow-wrap:anywhere]">{title}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="divide-y overflow-y-auto p-0">
          {query.isPending && (
            <div className="px-6 py-4" aria-busy aria-label={t("general.loading")}>
              <Skeleton className="h-40 w-full" />
            </div>
          )}
          {Boolean(query.error) && (
            <Text size="small" className="text-ui-fg-error px-6 py-4" role="alert">
              {messageOf(query.error)}
            </Text>
          )}
          {children}
        </Drawer.Body>
        {Boolean(refusal) && (
          <div className="px-6 py-3">
            <ServerRefusal error={refusal} />
          </div>
        )}
        <Drawer.Footer className="flex-wrap">
          {actions}
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("general.close")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

type MailFactProps = { label: string; value: ReactNode }

export const MailFact = ({ label, value }: MailFactProps) =>
  value === null || value === "" || value === false ? null : (
    <SectionRow
      title={label}
      value={<div className="txt-small [overflow-wrap:anywhere]">{value}</div>}
    />
  )
