import { toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { UpdateNoticeSettings } from "../../api/admin/crm/notices/contract"
import { messageOf } from "../lib/server-error"
import { noticeSettingsQuery, useNoticeSettings } from "../queries/notices"
import { Choice } from "./choice"
import { Field } from "./field"

const WISHES = [
  "all",
  "mentions",
  "none",
] as const satisfies readonly UpdateNoticeSettings["mail"][]

/** Which notices come by mail too. Where no mail can leave there is nothing to choose. */
export const NoticeSettings = () => {
  const { t } = useTranslation("crmDesk")
  const { data } = useQuery(noticeSettingsQuery)
  const { mutate, isPending } = useNoticeSettings()

  return data?.notice_settings.can_mail ? (
    <div className="border-t px-4 py-3">
      <Field label={t("notices.byMail")}>
        {(control) => (
          <Choice
            {...control}
            size="small"
            disabled={isPending}
            value={data.notice_settings.mail}
            onChange={(chosen) => {
              const mail = WISHES.find((wish) => wish === chosen)

              if (mail) {
                mutate({ mail }, { onError: (error) => toast.error(messageOf(error)) })
              }
            }}
            options={WISHES.map((value) => ({
              value,
              label: t(`notices.wish.${value}`),
            }))}
          />
        )}
      </Field>
    </div>
  ) : null
}
