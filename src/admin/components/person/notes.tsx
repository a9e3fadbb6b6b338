import { PencilSquare, Trash } from "@medusajs/icons"
import { Button, IconButton, Text, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { CustomerNote, FindPerson } from "../../../api/admin/crm/people/contract"
import { messageOf } from "../../lib/server-error"
import { NOTE_TINT } from "../../lib/tints"
import { useDeleteNote, useSaveNote } from "../../queries/people"
import { LinkedText } from "../linked-text"
import { Moment } from "../moment"
import { ServerRefusal } from "../server-refusal"
import { useDoneToast } from "../use-undo"

type NotesProps = { who: FindPerson; notes: CustomerNote[] }

/** What agents should know of this person: on every ticket of hers, and on her page (M-50). */
export const Notes = ({ who, notes }: NotesProps) => {
  const { t } = useTranslation("crmDesk")
  const [isWriting, setIsWriting] = useState(false)

  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" weight="plus" className="text-ui-fg-subtle">
          {t("person.notes")}
        </Text>
        {!isWriting && (
          <Button size="small" variant="transparent" onClick={() => setIsWriting(true)}>
            {t("person.addNote")}
          </Button>
        )}
      </div>
      {isWriting && (
        <NoteForm who={who} id={null} text="" onClose={() => setIsWriting(false)} />
      )}
      {notes.length > 0 && (
        <ul className="flex flex-col gap-y-2">
          {notes.map((note) => (
            <li key={note.id}>
              <Note who={who} note={note} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const Note = ({ who, note }: { who: FindPerson; note: CustomerNote }) => {
  const { t } = useTranslation("crmDesk")
  const [isEditing, setIsEditing] = useState(false)
  const { mutate: remove, isPending } = useDeleteNote()
  const done = useDoneToast()

  if (isEditing) {
    return (
      <NoteForm
        who={who}
        id={note.id}
        text={note.body_text}
        onClose={() => setIsEditing(false)}
      />
    )
  }

  return (
    <div className={`${NOTE_TINT} flex items-start gap-x-2 rounded-lg p-3`}>
      <div className="min-w-0 flex-1">
        <LinkedText text={note.body_text} className="txt-small" />
        <Text size="xsmall" className="text-ui-fg-muted pt-1">
          {note.author?.name ?? t("actor.system")} · <Moment at={note.created_at} />
        </Text>
      </div>
      <IconButton
        size="small"
        variant="transparent"
        aria-label={t("person.editNote")}
        onClick={() => setIsEditing(true)}
      >
        <PencilSquare className="text-ui-fg-muted" />
      </IconButton>
      <IconButton
        size="small"
        variant="transparent"
        aria-label={t("person.deleteNote")}
        disabled={isPending}
        onClick={() =>
          remove(note.id, {
            onSuccess: ({ undo }) => done(t("person.noteDeleted"), undo),
            onError: (error) => toast.error(messageOf(error)),
          })
        }
      >
        <Trash className="text-ui-fg-muted" />
      </IconButton>
    </div>
  )
}

type NoteFormProps = {
  who: FindPerson
  id: string | null
  text: string
  onClose: () => void
}

const NoteForm = ({ who, id, text, onClose }: NoteFormProps) => {
  const { t } = useTranslation("crmDesk")
  const [body, setBody] = useState(text)
  const { mutate, isPending, error } = useSaveNote(who)
  const done = useDoneToast()

  const save = () =>
    mutate(
      { id, body_text: body.trim() },
      {
        onSuccess: ({ undo }) => {
          done(t("linking.noteSaved"), undo)
          onClose()
        },
        onError: (refusal) => toast.error(messageOf(refusal)),
      }
    )

  return (
    <div className="flex flex-col gap-y-2">
      <Textarea
        autoFocus
        rows={3}
        aria-label={t("person.noteText")}
        placeholder={t("person.notePlaceholder")}
        value={body}
        onChange={({ target }) => setBody(target.value)}
      />
      <ServerRefusal error={error} />
      <div className="flex gap-x-2">
        <Button size="small" isLoading={isPending} disabled={!body.trim()} onClick={save}>
          {t("general.save")}
        </Button>
        <Button size="small" variant="transparent" onClick={onClose}>
          {t("general.cancel")}
        </Button>
      </div>
    </div>
  )
}
