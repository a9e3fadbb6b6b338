import { Input, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  CreateDepartment,
  Department,
} from "../../api/admin/crm/departments/contract"
import { useSaveDepartment } from "../queries/departments"
import { mailAccountsQuery } from "../queries/mail-accounts"
import { Choice } from "./choice"
import { DepartmentRatings, type RatingForm } from "./department-ratings"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"
import { NameField } from "./name-field"
import { StatusAfterChoice } from "./status-after-choice"
import { Toggle } from "./toggle"

const NO_ACCOUNT = "none"

type DepartmentDrawerProps = {
  department?: Department
  onClose: () => void
  onSaved?: (department: Department) => void
}

export const DepartmentDrawer = ({
  department,
  onClose,
  onSaved,
}: DepartmentDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: accounts = [] } = useQuery(mailAccountsQuery)
  const { mutate, isPending, error } = useSaveDepartment(department?.id)
  const [form, setForm] = useState(() => formOf(department))
  const set = (patch: Partial<typeof form>) =>
    setForm((before) => ({ ...before, ...patch }))

  const save = () =>
    mutate(bodyOf(form), {
      onSuccess: ({ department: saved }) => {
        toast.success(t("departments.saved", { name: saved.private_name }))
        onSaved?.(saved)
        onClose()
      },
    })

  return (
    <FormDrawer
      title={department ? t("departments.edit") : t("departments.create")}
      onClose={onClose}
      onSubmit={save}
      isSaving={isPending}
      canSave={Boolean(form.privateName.trim())}
      error={error}
    >
      <NameField
        label={t("departments.privateName")}
        hint={t("departments.privateNameHint")}
        value={form.privateName}
        onChange={(name) => set({ privateName: name })}
      />
      <Field label={t("departments.publicName")} hint={t("departments.publicNameHint")}>
        {(control) => (
          <Input
            {...control}
            maxLength={255}
            value={form.publicName}
            placeholder={form.privateName}
            onChange={({ target }) => set({ publicName: target.value })}
          />
        )}
      </Field>
      <Toggle
        label={t("departments.visible")}
        hint={t("departments.visibleHint")}
        checked={form.visible}
        onChange={(visible) => set({ visible })}
      />
      <Field label={t("departments.account")} hint={t("departments.accountHint")}>
        {(control) => (
          <Choice
            {...control}
            value={form.mailAccountId}
            onChange={(mailAccountId) => set({ mailAccountId })}
            options={[
              { value: NO_ACCOUNT, label: t("departments.noAccount") },
              ...accounts.map(({ id, address }) => ({ value: id, label: address })),
            ]}
          />
        )}
      </Field>
      <Field label={t("departments.statusAfterReply")}>
        {(control) => (
          <StatusAfterChoice
            {...control}
            value={form.statusAfterReply}
            onChange={(statusAfterReply) => set({ statusAfterReply })}
          />
        )}
      </Field>
      <Field label={t("departments.statusAfterNote")}>
        {(control) => (
          <StatusAfterChoice
            {...control}
            value={form.statusAfterNote}
            onChange={(statusAfterNote) => set({ statusAfterNote })}
          />
        )}
      </Field>
      <Toggle
        label={t("departments.plainTextOnly")}
        hint={t("departments.plainTextOnlyHint")}
        checked={form.plainTextOnly}
        onChange={(plainTextOnly) => set({ plainTextOnly })}
      />
      <Field label={t("undoSend.seconds")} hint={t("undoSend.secondsHint")} optional>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={0}
            max={60}
            value={form.undoSeconds}
            onChange={({ target }) => set({ undoSeconds: target.value })}
          />
        )}
      </Field>
      <DepartmentRatings
        value={form.ratings}
        onChange={(change) => set({ ratings: { ...form.ratings, ...change } })}
      />
      <Field label={t("departments.position")} hint={t("departments.positionHint")}>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={0}
            max={10_000}
            value={form.position}
            onChange={({ target }) => set({ position: target.value })}
          />
        )}
      </Field>
    </FormDrawer>
  )
}

const formOf = (department?: Department) => ({
  privateName: department?.private_name ?? "",
  publicName: department?.public_name ?? "",
  visible: department?.visible_in_store ?? true,
  mailAccountId: department?.mail_account_id ?? NO_ACCOUNT,
  statusAfterReply: department?.status_after_reply ?? "closed",
  statusAfterNote: department?.status_after_note ?? "unchanged",
  plainTextOnly: department?.plain_text_only ?? false,
  undoSeconds: String(department?.undo_send_seconds ?? ""),
  ratings: {
    asks: department?.rating_mode === "after_closing",
    delayMinutes: String(department?.rating_delay_minutes ?? 60),
    scale: department?.rating_scale ?? ("three" as const),
    question: department?.rating_question ?? "",
  } satisfies RatingForm,
  position: String(department?.position ?? 0),
})

const bodyOf = (form: ReturnType<typeof formOf>): CreateDepartment => ({
  private_name: form.privateName.trim(),
  public_name: form.publicName.trim() || form.privateName.trim(),
  visible_in_store: form.visible,
  mail_account_id: form.mailAccountId === NO_ACCOUNT ? null : form.mailAccountId,
  status_after_reply: form.statusAfterReply,
  status_after_note: form.statusAfterNote,
  plain_text_only: form.plainTextOnly,
  undo_send_seconds: form.undoSeconds.trim() ? Number(form.undoSeconds) : null,
  rating_mode: form.ratings.asks ? "after_closing" : "off",
  rating_delay_minutes: Number(form.ratings.delayMinutes) || 0,
  rating_scale: form.ratings.scale,
  rating_question: form.ratings.question.trim() || null,
  position: Number(form.position) || 0,
})
