import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  MailAccount,
  MailAccountResponse,
} from "../../../../api/admin/crm/mail-accounts/contract"
import { PROVIDER_NAMES } from "../../../../modules/mail/domain/oauth-providers"
import { FormDrawer } from "../../../components/form-drawer"
import {
  createBody,
  formOf,
  isComplete,
  NEW_MAIL_ACCOUNT,
  updateBody,
  type MailAccountForm,
} from "../../../lib/mail-account-form"
import {
  useCreateMailAccount,
  useUpdateMailAccount,
} from "../../../queries/mail-accounts"
import { AccountFields } from "./fields/account-fields"
import { AfterReadingFields } from "./fields/after-reading-fields"
import { ArrivalFields } from "./fields/arrival-fields"
import { AutoReplyFields } from "./fields/auto-reply-fields"
import { LoginSection } from "./fields/login-section"
import { ServersSection } from "./fields/servers-section"
import { TrustFields } from "./fields/trust-fields"
import { TestConnection } from "./test-connection"
import { useConnect } from "./use-connect"
import { useDetection } from "./use-detection"

type MailAccountDrawerProps = {
  account?: MailAccount
  /** Chosen at first for a new account. */
  departmentId?: string
  onClose: () => void
  onSaved?: (account: MailAccount) => void
}

/** What every group of fields gets: the form, and how to change it. */
export type FormPart = {
  form: MailAccountForm
  set: (patch: Partial<MailAccountForm>) => void
  account?: MailAccount
}

export const MailAccountDrawer = ({
  account,
  departmentId = "",
  onClose,
  onSaved,
}: MailAccountDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const [form, setForm] = useState(() =>
    account ? formOf(account) : { ...NEW_MAIL_ACCOUNT, departmentId }
  )
  const detection = useDetection(form, setForm, !account)
  const { save, isSaving, error } = useSave(account?.id)
  const { connectNew, isConnecting, error: consentError } = useConnect()
  const newConsent = account ? null : form.consent
  const part: FormPart = {
    form,
    account,
    set: (patch) => setForm((before) => ({ ...before, ...patch })),
  }
  const submit = () =>
    newConsent
      ? connectNew(form, newConsent)
      : save(form, ({ mail_account }) => {
          toast.success(t("mailAccounts.saved", { address: mail_account.address }))
          onSaved?.(mail_account)
          onClose()
        })

  return (
    <FormDrawer
      title={account ? t("mailAccounts.edit") : t("mailAccounts.create")}
      description={t("mailAccounts.testedOnSave")}
      onClose={onClose}
      onSubmit={submit}
      saveLabel={
        newConsent
          ? t("mailAccounts.connectWith", { name: PROVIDER_NAMES[newConsent] })
          : undefined
      }
      isSaving={isSaving || isConnecting}
      canSave={isComplete(form, account)}
      error={error ?? consentError}
    >
      {account && <TestConnection account={account} />}
      <AccountFields {...part} isLooking={detection.isFetching} />
      <ArrivalFields {...part} />
      {form.fetches && <LoginSection {...part} detected={detection.provider} />}
      <ServersSection
        {...part}
        detected={detection.provider}
        isUnknown={detection.isUnknown}
      />
      {!newConsent && (
        <>
          {form.fetches && <AfterReadingFields {...part} />}
          <TrustFields {...part} />
          <AutoReplyFields {...part} />
        </>
      )}
    </FormDrawer>
  )
}

function useSave(id: string | undefined) {
  const create = useCreateMailAccount()
  const update = useUpdateMailAccount(id ?? "")

  return {
    save: (form: MailAccountForm, onSuccess: (answer: MailAccountResponse) => void) =>
      id
        ? update.mutate(updateBody(form), { onSuccess })
        : create.mutate(createBody(form), { onSuccess }),
    isSaving: create.isPending || update.isPending,
    error: create.error ?? update.error,
  }
}
