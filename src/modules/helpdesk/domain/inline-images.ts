/**
 * The Content-ID under which an uploaded picture is shown inside a text: `cid:<id>@inline`. The part
 * behind the @ is there because a Content-ID has the form of an address (RFC 2392).
 */
export const contentIdOf = (attachmentId: string): string => `${attachmentId}@inline`

const INLINE_IMAGE = /\bsrc=["']cid:(crmatt_[0-9A-Za-z]{1,40})@inline["']/g

/** The attachments that sanitised HTML shows as pictures. */
export const inlineImagesIn = (html: string): string[] => [
  ...new Set([...html.matchAll(INLINE_IMAGE)].map(([, id]) => id)),
]

/** The same HTML with the pictures of other attachments. A picture without one stays. */
export const withInlineImages = (
  html: string,
  attachmentFor: (id: string) => string | undefined
): string =>
  html.replace(/<img\b[^>]*>/g, (tag) =>
    tag.replace(INLINE_IMAGE, (source: string, id: string) => {
      const other = attachmentFor(id)

      return other ? `src="cid:${contentIdOf(other)}"` : source
    })
  )
