import { XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Input, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Person, PersonAddress } from "../../../api/admin/crm/people/contract"
import { messageOf } from "../../lib/server-error"
import { useAddAddress, useRemoveAddress } from "../../queries/people"
import { Field } from "../field"
import { ServerRefusal } from "../server-refusal"
import { useDoneToast } from "../use-undo"

type AddressesProps = { person: Person; main: string | undefined }

/** More addresses of one person: from now on she is shown as one (X-16 AC2). */
export const Addresses = ({ person, main }: AddressesProps) => {
  const { t } = useTranslation("crmDesk")
  const [isAdding, setIsAdding] = useState(false)

  return main ? (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" weight="plus" className="text-ui-fg-subtle">
          {t("addresses.title")}
        </Text>
        {!isAdding && (
          <Button size="small" variant="transparent" onClick={() => setIsAdding(true)}>
            {t("addresses.add")}
          </Button>
        )}
      </div>
      {isAdding && <AddressForm main={main} onClose={() => setIsAdding(false)} />}
      {person.addresses.length > 0 && (
        <ul className="flex flex-col gap-y-2">
          {person.addresses.map((address) => (
            <li key={address.id}>
              <Address address={address} main={main.toLowerCase()} />
            </li>
          ))}
        </ul>
      )}
    </div>
  ) : null
}

const Address = ({ address, main }: { address: PersonAddress; main: string }) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending } = useRemoveAddress()
  const done = useDoneToast()
  const { id, email, other_email, proof, reason, added_by } = address
  const shown = [email, other_email].filter((one) => one !== main).join(" = ")

  return (
    <div className="flex items-start gap-x-2">
      <div className="min-w-0 flex-1">
        <Text size="small" className="[overflow-wrap:anywhere]">
          {shown}
        </Text>
        <Text size="xsmall" className="text-ui-fg-muted [overflow-wrap:anywhere]">
          {proof === "mail" && `${t("addresses.proven")} · `}
          {t("addresses.because", {
            name: added_by?.name ?? t("actor.system"),
            reason: reason ?? "",
          })}
        </Text>
      </div>
      <IconButton
        size="small"
        variant="transparent"
        disabled={isPending}
        aria-label={t("addresses.remove", { email: shown })}
        onClick={() =>
          mutate(id, {
            onSuccess: ({ undo }) => done(t("addresses.removed"), undo),
            onError: (error) => toast.error(messageOf(error)),
          })
        }
      >
        <XMarkMini />
      </IconButton>
    </div>
  )
}

const AddressForm = ({ main, onClose }: { main: string; onClose: () => void }) => {
  const { t } = useTranslation("crmDesk")
  const [address, setAddress] = useState("")
  const [reason, setReason] = useState("")
  const { mutate, isPending, error } = useAddAddress()
  const done = useDoneToast()

  const save = () =>
    mutate(
      { email: main, other_email: address.trim(), reason: reason.trim() },
      {
        onSuccess: ({ undo }) => {
          done(t("addresses.added"), undo)
          onClose()
        },
      }
    )

  return (
    <form
      className="flex flex-col gap-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Field label={t("addresses.address")} hint={t("addresses.hint")}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            size="small"
            type="email"
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
        )}
      </Field>
      <Field label={t("addresses.reason")}>
        {(control) => (
          <Input
            {...control}
            size="small"
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <ServerRefusal error={error} />
      <div className="flex gap-x-2">
        <Button
          size="small"
          type="submit"
          isLoading={isPending}
          disabled={!address.trim() || !reason.trim()}
        >
          {t("general.save")}
        </Button>
        <Button size="small" type="button" variant="transparent" onClick={onClose}>
          {t("general.cancel")}
        </Button>
      </div>
    </form>
  )
}
