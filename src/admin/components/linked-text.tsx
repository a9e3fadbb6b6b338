import { clx } from "@medusajs/ui"
import { useMemo } from "react"
import { linkify } from "../lib/linkify"

/** Text as it was written, its addresses clickable. Never HTML. */
export const LinkedText = ({ text, className }: { text: string; className?: string }) => {
  const parts = useMemo(() => linkify(text), [text])

  return (
    <div
      className={clx(
        "txt-medium whitespace-pre-wrap [overflow-wrap:anywhere]",
        className
      )}
    >
      {parts.map((part, index) =>
        part.href ? (
          <a
            key={index}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer"
            className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover underline"
          >
            {part.text}
          </a>
        ) : (
          part.text
        )
      )}
    </div>
  )
}
