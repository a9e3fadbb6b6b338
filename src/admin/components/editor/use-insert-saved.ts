import { toast } from "@medusajs/ui"
import type { RefObject } from "react"
import type { Attachment } from "../../../api/admin/crm/attachments/contract"
import { htmlOfText } from "../../lib/html-of-text"
import { messageOf } from "../../lib/server-error"
import { useUseSavedReply } from "../../queries/saved-replies"
import type { EditorHandle } from "./text-editor"

/** Puts a saved reply in at the cursor; its files are copied for this message. */
export function useInsertSaved(
  editor: RefObject<EditorHandle>,
  onAttachments: (attachments: Attachment[]) => void
): (id: string) => void {
  const { mutate } = useUseSavedReply()

  return (id) =>
    mutate(id, {
      onSuccess: ({ saved_reply, attachments }) => {
        onAttachments(attachments)
        editor.current?.insert({
          html: saved_reply.body_html ?? htmlOfText(saved_reply.body_text),
          text: saved_reply.body_text,
        })
      },
      onError: (error) => {
        toast.error(messageOf(error))
      },
    })
}
