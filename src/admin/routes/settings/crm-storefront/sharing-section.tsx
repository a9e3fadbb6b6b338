import { Combobox } from "@medusajs/dashboard/components"
import { Button, Container, Heading, Skeleton, Text, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Field } from "../../../components/field"
import { LoadError } from "../../../components/load-error"
import { ServerRefusal } from "../../../components/server-refusal"
import {
  customerGroupsQuery,
  storefrontSettingsQuery,
  useSaveStorefrontSettings,
} from "../../../queries/storefront-settings"

/** In which customer groups colleagues see each other's requests (V-111, X-15). */
export const SharingSection = () => {
  const { t } = useTranslation("crmDesk")
  const { data, error, refetch } = useQuery(storefrontSettingsQuery)

  if (error && !data) {
    return <LoadError error={error} onRetry={refetch} />
  }
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("storefront.sharing")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("storefront.sharingHint")}
        </Text>
      </div>
      <div className="px-6 py-4">
        {data ? (
          <Sharing saved={data.support_groups.map(({ id }) => id)} />
        ) : (
          <Skeleton className="h-8 w-full" aria-label={t("general.loading")} />
        )}
      </div>
    </Container>
  )
}

const Sharing = ({ saved }: { saved: string[] }) => {
  const { t } = useTranslation("crmDesk")
  const { data: groups = [] } = useQuery(customerGroupsQuery)
  const { mutate, isPending, error } = useSaveStorefrontSettings()
  const [chosen, setChosen] = useState(saved)
  const isSame =
    chosen.length === saved.length && chosen.every((id) => saved.includes(id))

  return (
    <form
      className="flex flex-col gap-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        mutate(
          { support_group_ids: chosen },
          { onSuccess: () => toast.success(t("storefront.saved")) }
        )
      }}
    >
      <Field label={t("storefront.groups")}>
        {(control) => (
          <Combobox<string[]>
            {...control}
            displayMode="chips"
            value={chosen}
            onChange={(ids) => setChosen(ids ?? [])}
            placeholder={t("storefront.noGroups")}
            options={groups.map(({ id, name }) => ({ value: id, label: name ?? id }))}
          />
        )}
      </Field>
      {Boolean(error) && <ServerRefusal error={error} />}
      <Button
        type="submit"
        size="small"
        className="self-end"
        isLoading={isPending}
        disabled={isSame}
      >
        {t("general.save")}
      </Button>
    </form>
  )
}
