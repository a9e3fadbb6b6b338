import { readReplyHtml } from "../../../modules/mail/reply-html"

type Written = { body_text?: string; body_html?: string | null }

/** A text that came as HTML or plain: HTML is made safe and gets its text beside it. */
export function writtenText({ body_text, body_html }: Written): Written {
  if (body_html) {
    const { html, text } = readReplyHtml(body_html)

    return { body_text: text, body_html: html }
  }
  // Plain words that replace formatted ones leave no formatting behind.
  return body_text === undefined ? {} : { body_text, body_html: null }
}
