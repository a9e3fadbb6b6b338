import { EyeSlash } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useQueries } from "@tanstack/react-query"
import { useEffect, useMemo, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { TicketAttachment } from "../../api/admin/crm/tickets/contract"
import { contentId, frameDocument, hasRemotePictures } from "../lib/frame-document"
import { attachmentQuery } from "../queries/attachments"
import { useIsDark } from "./use-is-dark"

/** Beyond this a mail scrolls inside its frame, so that the next one stays in reach. */
const MAX_HEIGHT = 720
const SANDBOX = "allow-popups allow-popups-to-escape-sandbox allow-same-origin"

type MailFrameProps = { html: string; attachments: TicketAttachment[]; title: string }

/**
 * A mail's HTML on a sheet of its own, where nothing of it can run. In the dark a mail without colours
 * is dark as well; one with colours keeps its white sheet, dimmed.
 */
export const MailFrame = ({ html, attachments, title }: MailFrameProps) => {
  const { t } = useTranslation("crmDesk")
  const [showRemote, setShowRemote] = useState(false)
  const pictures = useEmbeddedPictures(html, attachments)
  const frame = useRef<HTMLIFrameElement>(null)
  const isDark = useIsDark()
  const [height, measure] = useContentHeight(frame)
  const document = useMemo(
    () => frameDocument(html, { pictures, showRemote, isDark }),
    [html, pictures, showRemote, isDark]
  )

  return (
    <div className="flex flex-col gap-y-2">
      {!showRemote && hasRemotePictures(html) && (
        <div className="bg-ui-bg-subtle flex flex-wrap items-center gap-2 rounded-md px-3 py-1.5">
          <EyeSlash className="text-ui-fg-muted" />
          <Text size="small" className="text-ui-fg-subtle">
            {t("message.remoteBlocked")}
          </Text>
          <Button size="small" variant="transparent" onClick={() => setShowRemote(true)}>
            {t("message.showRemote")}
          </Button>
        </div>
      )}
      <iframe
        ref={frame}
        title={title}
        // Never allow-scripts: with allow-same-origin it would open the whole admin.
        sandbox={SANDBOX}
        referrerPolicy="no-referrer"
        srcDoc={document}
        onLoad={measure}
        style={{ height }}
        className="shadow-borders-base bg-ui-bg-component w-full rounded-lg dark:brightness-90"
      />
    </div>
  )
}

/** The mail's own pictures by content id, as addresses that live as long as this page. */
function useEmbeddedPictures(
  html: string,
  attachments: TicketAttachment[]
): ReadonlyMap<string, string> {
  const embedded = /\bcid:/i.test(html)
    ? attachments.filter(
        ({ content_id, mime_type }) => content_id && mime_type.startsWith("image/")
      )
    : []
  const files = useQueries({
    queries: embedded.map(({ id }) => attachmentQuery(id)),
    combine: (results) => results.map(({ data }) => data),
  })
  const [pictures, setPictures] = useState<ReadonlyMap<string, string>>(new Map())
  const known = embedded.map(({ id }, index) => `${id}:${files[index] ? 1 : 0}`).join()

  useEffect(() => {
    const addresses = embedded.flatMap(({ content_id }, index) => {
      const file = files[index]
      return file ? [[contentId(content_id!), URL.createObjectURL(file)] as const] : []
    })
    if (addresses.length) {
      setPictures(new Map(addresses))
    }
    return () => addresses.forEach(([, address]) => URL.revokeObjectURL(address))
    // `known` says which pictures have come; the arrays are new at every render.
  }, [known])

  return pictures
}

function useContentHeight(frame: React.RefObject<HTMLIFrameElement>) {
  const [height, setHeight] = useState(120)
  const observer = useRef<ResizeObserver>()

  useEffect(() => () => observer.current?.disconnect(), [])

  const measure = () => {
    const body = frame.current?.contentDocument?.body

    if (!body) {
      return
    }
    const update = () =>
      setHeight(Math.min(MAX_HEIGHT, Math.max(body.scrollHeight, body.offsetHeight) + 2))
    observer.current?.disconnect()
    observer.current = new ResizeObserver(update)
    observer.current.observe(body)
    update()
  }

  return [height, measure] as const
}
