import type { Attachment } from "../../api/admin/crm/attachments/contract"
import { inlineImagesIn } from "../../modules/helpdesk/domain/inline-images"

/** The uploads that formatted text shows as pictures. Their size is not written there: 0. */
export const picturesIn = (html: string): Attachment[] =>
  [...html.matchAll(/<img\b[^>]*>/g)].flatMap(([tag]) =>
    inlineImagesIn(tag).map((id) => ({
      id,
      filename: /\balt="([^"]*)"/.exec(tag)?.[1] || id,
      mime_type: "application/octet-stream",
      size: 0,
    }))
  )
