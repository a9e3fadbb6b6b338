import { failureText } from "./failure-text"
import { useSupport } from "./support-provider"

/** Instead of what is not there yet. */
export function Loading() {
  const { text } = useSupport()
  return (
    <p className="crm-loading" role="status">
      {text("loading")}
    </p>
  )
}

/** Instead of what could not be loaded. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { text } = useSupport()
  return (
    <div className="crm-failure" role="alert">
      <p>{failureText(error, text)}</p>
      {onRetry && (
        <button type="button" className="crm-button" onClick={onRetry}>
          {text("try_again")}
        </button>
      )}
    </div>
  )
}
