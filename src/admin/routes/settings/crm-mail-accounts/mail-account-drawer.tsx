import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  MailAccount,
  MailAccountResponse,
} from "../../../../api/admin/crm/mail-accounts/contract"
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
import { AutoReplyFields } from "./fields/auto-reply-fields"
import { ImapFields } from "./fields/imap-fields"
import { SmtpFields } from "./fields/smtp-fields"
import { TrustFields } from "./fields/trust-fields"
import { TestConnection } from "./test-connection"

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
  const { save, isSaving, error } = useSave(account?.id)
  const part: FormPart = {
    form,
    account,
    set: (patch) => setForm((before) => ({ ...before, ...patch })),
  }

  return (
    <FormDrawer
      title={account ? t("mailAccounts.edit") : t("mailAccounts.create")}
      description={t("mailAccounts.testedOnSave")}
      onClose={onClose}
      onSubmit={() =>
        save(form, ({ mail_account }) => {
          toast.success(t("mailAccounts.saved", { address: mail_account.address }))
          onSaved?.(mail_account)
          onClose()
        })
      }
      isSaving={isSaving}
      canSave={isComplete(form, !account)}
      error={error}
    >
      {account && <TestConnection account={account} />}
      <AccountFields {...part} />
      <ImapFields {...part} />
      <SmtpFields {...part} />
      <TrustFields {...part} />
      <AutoReplyFields {...part} />
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
