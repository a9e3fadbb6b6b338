import { toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Attachment } from "../../../../api/admin/crm/attachments/contract"
import type { SavedReply } from "../../../../api/admin/crm/saved-replies/contract"
import { AttachButton } from "../../../components/attach-button"
import { AttachmentChips } from "../../../components/attachment-chips"
import { Choice } from "../../../components/choice"
import { TemplateEditor } from "../../../components/editor/template-editor"
import { useAllVariables } from "../../../components/editor/use-known-variables"
import { Field } from "../../../components/field"
import { FormDrawer } from "../../../components/form-drawer"
import { NameField } from "../../../components/name-field"
import { UploadList } from "../../../components/upload-list"
import { useUploads } from "../../../components/use-uploads"
import type { Format } from "../../../lib/reply-draft"
import { departmentOptions, departmentsQuery } from "../../../queries/departments"
import { useSaveSavedReply } from "../../../queries/saved-replies"
import { teamsQuery } from "../../../queries/teams"

const SCOPES = ["personal", "team", "department", "everyone"] as const

type SavedReplyDrawerProps = { reply?: SavedReply; onClose: () => void }

export const SavedReplyDrawer = ({ reply, onClose }: SavedReplyDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const variables = useAllVariables()
  const { data: teams = [] } = useQuery(teamsQuery)
  const { data: departments = [] } = useQuery(departmentsQuery)
  const { mutate, isPending, error } = useSaveSavedReply(reply?.id)
  const [form, setForm] = useState(() => formOf(reply))
  const set = (patch: Partial<typeof form>) =>
    setForm((before) => ({ ...before, ...patch }))
  const addFile = (file: Attachment) =>
    setForm((before) => ({ ...before, files: [...before.files, file] }))
  const { uploads, isUploading, upload, forget } = useUploads(addFile)
  const isShared =
    (form.scope !== "team" || form.teamId) &&
    (form.scope !== "department" || form.departmentId)

  const save = () =>
    mutate(
      {
        title: form.title.trim(),
        scope: form.scope,
        team_id: form.scope === "team" ? form.teamId : null,
        department_id: form.scope === "department" ? form.departmentId : null,
        ...(form.format === "rich" ? { body_html: form.html } : { body_text: form.text }),
        attachment_ids: form.files.map(({ id }) => id),
      },
      {
        onSuccess: ({ saved_reply }) => {
          toast.success(t("savedReplies.saved", { name: saved_reply.title }))
          onClose()
        },
      }
    )

  return (
    <FormDrawer
      title={reply ? t("savedReplies.edit") : t("savedReplies.create")}
      onClose={onClose}
      onSubmit={save}
      isSaving={isPending}
      canSave={Boolean(form.title.trim() && form.text.trim() && isShared && !isUploading)}
      error={error}
    >
      <NameField
        label={t("savedReplies.name")}
        hint={t("savedReplies.nameHint")}
        value={form.title}
        onChange={(name) => set({ title: name })}
      />
      <Field label={t("savedReplies.text")} hint={t("savedReplies.textHint")}>
        {(control) => (
          <TemplateEditor
            {...control}
            label={t("savedReplies.text")}
            format={form.format}
            written={form}
            onWrite={set}
            onFormat={(format) => set({ format })}
            onFiles={(files, pictures, onPicture) => {
              upload(files)
              upload(pictures, onPicture)
            }}
            known={variables}
            rows={9}
          />
        )}
      </Field>
      <div className="flex flex-col gap-y-2">
        <AttachmentChips
          attachments={form.files}
          onRemove={(id) => set({ files: form.files.filter((file) => file.id !== id) })}
        />
        <UploadList uploads={uploads} onForget={forget} />
        <div>
          <AttachButton onFiles={(files) => upload(files)} />
        </div>
      </div>
      <Field label={t("savedReplies.scope")}>
        {(control) => (
          <Choice
            {...control}
            value={form.scope}
            onChange={(scope) =>
              set({ scope: SCOPES.find((one) => one === scope) ?? form.scope })
            }
            options={SCOPES.map((scope) => ({
              value: scope,
              label: t(`savedReplies.scopes.${scope}`),
            }))}
          />
        )}
      </Field>
      {form.scope === "team" && (
        <Field label={t("savedReplies.team")} hint={t("savedReplies.teamHint")}>
          {(control) => (
            <Choice
              {...control}
              value={form.teamId}
              onChange={(teamId) => set({ teamId })}
              placeholder={t("savedReplies.chooseTeam")}
              options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
      )}
      {form.scope === "department" && (
        <Field label={t("savedReplies.department")}>
          {(control) => (
            <Choice
              {...control}
              value={form.departmentId}
              onChange={(departmentId) => set({ departmentId })}
              placeholder={t("departments.choose")}
              options={departmentOptions(departments)}
            />
          )}
        </Field>
      )}
    </FormDrawer>
  )
}

const formOf = (reply?: SavedReply) => ({
  title: reply?.title ?? "",
  format: (reply && !reply.body_html ? "plain" : "rich") as Format,
  html: reply?.body_html ?? "",
  text: reply?.body_text ?? "",
  files: reply?.attachments ?? [],
  scope: reply?.scope ?? ("everyone" as const),
  teamId: reply?.team_id ?? "",
  departmentId: reply?.department_id ?? "",
})
