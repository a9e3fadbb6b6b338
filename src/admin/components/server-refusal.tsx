import { Alert } from "@medusajs/ui"
import { messageOf } from "../lib/server-error"

/** What the server said, where the agent is looking. */
export const ServerRefusal = ({ error }: { error: unknown }) =>
  error ? (
    <Alert
      variant="error"
      role="alert"
      className="whitespace-pre-wrap [overflow-wrap:anywhere]"
    >
      {messageOf(error)}
    </Alert>
  ) : null
