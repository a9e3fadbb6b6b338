import { useState } from "react"
import type { TicketWithMessages } from "../client/types"
import { failureText } from "./failure-text"
import { useSupport } from "./support-provider"
import type { TextKey } from "./texts/en"

/** What a shopper can do with her request; `tell` is told what has happened. */
export function useThreadActions(
  { id }: TicketWithMessages,
  onChanged: (ticket: TicketWithMessages) => void,
  tell: (news: string) => void
) {
  const { client, text } = useSupport()
  const [failure, setFailure] = useState<string | null>(null)

  const change = (act: () => Promise<unknown>, done: TextKey) => async () => {
    setFailure(null)
    try {
      await act()
      // Asked for anew: what may be done next is the server's to say.
      onChanged(await client.tickets.retrieve(id))
      tell(text(done))
    } catch (error) {
      setFailure(failureText(error, text))
    }
  }
  return {
    failure,
    /** Rejects with what went wrong: the form shows it. */
    reply: async (message: string, attachment_ids: string[]) => {
      await client.tickets.reply(id, {
        message,
        ...(attachment_ids.length && { attachment_ids }),
      })
      onChanged(await client.tickets.retrieve(id))
      tell(text("thread_sent"))
    },
    close: change(() => client.tickets.close(id), "thread_closed"),
    reopen: change(() => client.tickets.reopen(id), "thread_reopened"),
  }
}
