import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Department } from "../../../../../api/admin/crm/departments/contract"
import type { AccountHealth } from "../../../../../api/admin/crm/mail-health/contract"
import { Choice } from "../../../../components/choice"
import { Field } from "../../../../components/field"
import { AccountState } from "../../../settings/crm-mail-accounts/account-state"
import { MailAccountDrawer } from "../../../settings/crm-mail-accounts/mail-account-drawer"
import { Step } from "./step"

type AccountStepProps = {
  accounts: AccountHealth[] | undefined
  chosen: AccountHealth | undefined
  departments: Department[] | undefined
  onChoose: (id: string) => void
}

/** Connects an account, which is tested before it is saved; or takes one that is there. */
export const AccountStep = ({
  accounts = [],
  chosen,
  departments = [],
  onChoose,
}: AccountStepProps) => {
  const { t } = useTranslation("crmDesk")
  const [isAdding, setIsAdding] = useState(false)

  return (
    <Step
      title={t("setUp.mailAccount")}
      description={t("setUp.mailAccountHint")}
      isDone={Boolean(chosen)}
      isAhead={departments.length === 0}
    >
      <div className="flex flex-wrap items-end justify-between gap-3">
        {chosen ? (
          <div className="flex min-w-0 flex-wrap items-end gap-3">
            <Field
              label={t("setUp.account")}
              className="flex w-72 max-w-full flex-col gap-y-2"
            >
              {(control) => (
                <Choice
                  {...control}
                  value={chosen.mail_account.id}
                  onChange={onChoose}
                  options={accounts.map(({ mail_account: { id, address } }) => ({
                    value: id,
                    label: address,
                  }))}
                />
              )}
            </Field>
            <AccountState account={chosen.mail_account} />
          </div>
        ) : (
          <Text size="small">{t("mailAccounts.empty")}</Text>
        )}
        <Button
          size="small"
          variant={chosen ? "secondary" : "primary"}
          onClick={() => setIsAdding(true)}
        >
          {t("mailAccounts.create")}
        </Button>
      </div>
      {isAdding && (
        <MailAccountDrawer
          departmentId={departments.length === 1 ? departments[0].id : undefined}
          onClose={() => setIsAdding(false)}
          onSaved={({ id }) => onChoose(id)}
        />
      )}
    </Step>
  )
}
