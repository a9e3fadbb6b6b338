import { EyeSlashMini, UserMini } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { ColleaguesMenu } from "../../../../../components/colleagues-menu"
import { withMore, type MoreOfNote } from "../../../../../lib/more-of-post"
import { colleaguesQuery } from "../../../../../queries/colleagues"

type NoteReadersProps = {
  value: MoreOfNote
  onChange: (more: MoreOfNote) => void
}

/** Who reads a note: the team, of whom some are told (M-08), or its author alone (C-58). */
export const NoteReaders = ({ value, onChange }: NoteReadersProps) => {
  const { t } = useTranslation("crmDesk")
  const { notify = [] } = value
  const { data: colleagues = [] } = useQuery({
    ...colleaguesQuery,
    enabled: notify.length > 0,
  })
  const names = colleagues
    .filter(({ id }) => notify.includes(id))
    .map(({ name }) => name)
    .join(", ")

  return (
    <>
      {!value.private && (
        <ColleaguesMenu
          label={t("noteReaders.notify")}
          value={notify}
          onChange={(ids) =>
            onChange(withMore(value, { notify: ids.length ? ids : undefined }))
          }
          trigger={
            <Button size="small" type="button" variant="transparent">
              <UserMini />
              {names ? t("noteReaders.notifies", { names }) : t("noteReaders.notify")}
            </Button>
          }
        />
      )}
      <Button
        size="small"
        type="button"
        variant={value.private ? "secondary" : "transparent"}
        aria-pressed={value.private ?? false}
        title={t("noteReaders.onlyMeHint")}
        onClick={() =>
          onChange(
            withMore(value, {
              private: value.private ? undefined : true,
              notify: undefined,
            })
          )
        }
      >
        <EyeSlashMini />
        {t("noteReaders.onlyMe")}
      </Button>
    </>
  )
}
