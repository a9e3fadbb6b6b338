import { toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Signature } from "../../../../api/admin/crm/signatures/contract"
import { Choice } from "../../../components/choice"
import { TemplateEditor } from "../../../components/editor/template-editor"
import { ALL_VARIABLES } from "../../../components/editor/use-known-variables"
import { Field } from "../../../components/field"
import { FormDrawer } from "../../../components/form-drawer"
import { NameField } from "../../../components/name-field"
import { Toggle } from "../../../components/toggle"
import type { Format } from "../../../lib/reply-draft"
import { departmentOptions, departmentsQuery } from "../../../queries/departments"
import { meQuery } from "../../../queries/me"
import { useSaveSignature } from "../../../queries/signatures"
import { userName, usersQuery } from "../../../queries/teams"

const EVERYWHERE = "everywhere"

type SignatureDrawerProps = { signature?: Signature; onClose: () => void }

export const SignatureDrawer = ({ signature, onClose }: SignatureDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: departments = [] } = useQuery(departmentsQuery)
  const { data: users = [] } = useQuery(usersQuery)
  const { data: me } = useQuery(meQuery)
  const { mutate, isPending, error } = useSaveSignature(signature?.id)
  const [form, setForm] = useState(() => formOf(signature))
  const set = (patch: Partial<typeof form>) =>
    setForm((before) => ({ ...before, ...patch }))
  const userId = form.userId || me?.user.id || ""

  const save = () =>
    mutate(
      {
        user_id: userId,
        title: form.title.trim(),
        ...(form.format === "rich" ? { body_html: form.html } : { body_text: form.text }),
        is_default: form.isDefault,
        department_id: form.departmentId === EVERYWHERE ? null : form.departmentId,
      },
      {
        onSuccess: ({ signature: saved }) => {
          toast.success(t("signatures.saved", { name: saved.title }))
          onClose()
        },
      }
    )

  return (
    <FormDrawer
      title={signature ? t("signatures.edit") : t("signatures.create")}
      onClose={onClose}
      onSubmit={save}
      isSaving={isPending}
      canSave={Boolean(form.title.trim() && form.text.trim() && userId)}
      error={error}
    >
      <NameField
        label={t("signatures.name")}
        hint={t("signatures.nameHint")}
        value={form.title}
        onChange={(name) => set({ title: name })}
      />
      <Field label={t("signatures.agent")} hint={t("signatures.agentHint")}>
        {(control) => (
          <Choice
            {...control}
            value={userId}
            onChange={(id) => set({ userId: id })}
            options={users.map((user) => ({ value: user.id, label: userName(user) }))}
          />
        )}
      </Field>
      <Field label={t("signatures.text")} hint={t("signatures.textHint")}>
        {(control) => (
          <TemplateEditor
            {...control}
            label={t("signatures.text")}
            format={form.format}
            written={form}
            onWrite={set}
            onFormat={(format) => set({ format })}
            known={ALL_VARIABLES}
          />
        )}
      </Field>
      <Toggle
        label={t("signatures.isDefault")}
        hint={t("signatures.isDefaultHint")}
        checked={form.isDefault}
        onChange={(isDefault) => set({ isDefault })}
      />
      {form.isDefault && (
        <Field label={t("signatures.where")}>
          {(control) => (
            <Choice
              {...control}
              value={form.departmentId}
              onChange={(departmentId) => set({ departmentId })}
              options={[
                { value: EVERYWHERE, label: t("signatures.everywhere") },
                ...departmentOptions(departments),
              ]}
            />
          )}
        </Field>
      )}
    </FormDrawer>
  )
}

const formOf = (signature?: Signature) => ({
  userId: signature?.user.id ?? "",
  title: signature?.title ?? "",
  format: (signature && !signature.body_html ? "plain" : "rich") as Format,
  html: signature?.body_html ?? "",
  text: signature?.body_text ?? "",
  isDefault: signature?.is_default ?? false,
  departmentId: signature?.department_id ?? EVERYWHERE,
})
