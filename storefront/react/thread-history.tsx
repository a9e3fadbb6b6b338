import type { HistoryEntry } from "../client/types"
import { momentOf } from "./formats"
import { useSupport } from "./support-provider"

export function ThreadHistory({ history }: { history: HistoryEntry[] }) {
  const { locale, text } = useSupport()

  if (!history.length) return null
  return (
    <details className="crm-history">
      <summary>{text("thread_history")}</summary>
      <ol>
        {history.map(({ id, kind, at }) => (
          <li key={id}>
            {text(`thread_history_${kind}`)},{" "}
            <time dateTime={at}>{momentOf(at, locale)}</time>
          </li>
        ))}
      </ol>
    </details>
  )
}
