import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import type { PropsWithChildren } from "react"
import { useTranslation } from "react-i18next"
import { LoadError } from "./load-error"

type SettingsSectionProps = PropsWithChildren<{
  title: string
  description: string
  createLabel: string
  onCreate: () => void
  query: { isPending: boolean; error: unknown; refetch: () => unknown; data?: unknown[] }
  empty: string
}>

/** The frame of a settings list: heading, "create", and its three states. */
export const SettingsSection = ({
  title,
  description,
  createLabel,
  onCreate,
  query,
  empty,
  children,
}: SettingsSectionProps) => {
  const { t } = useTranslation("crmDesk")

  if (query.error && !query.data) {
    return <LoadError error={query.error} onRetry={query.refetch} />
  }

  return (
    <Container className="divide-y overflow-hidden p-0">
      <div className="flex flex-col items-start justify-between gap-3 px-6 py-4 sm:flex-row">
        <div className="min-w-0 sm:flex-1">
          <Heading>{title}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {description}
          </Text>
        </div>
        <Button size="small" variant="secondary" onClick={onCreate}>
          {createLabel}
        </Button>
      </div>
      {query.isPending && (
        <div
          className="flex flex-col gap-y-2 px-6 py-4"
          aria-busy
          aria-label={t("general.loading")}
        >
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} className="h-8 w-full" />
          ))}
        </div>
      )}
      {query.data?.length === 0 && (
        <div className="flex flex-col items-center gap-y-3 px-6 py-12 text-center">
          <Text size="small" className="text-ui-fg-subtle max-w-md">
            {empty}
          </Text>
          <Button size="small" variant="secondary" onClick={onCreate}>
            {createLabel}
          </Button>
        </div>
      )}
      {Boolean(query.data?.length) && <div className="overflow-x-auto">{children}</div>}
    </Container>
  )
}
