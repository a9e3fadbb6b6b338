import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { usePollMailAccount } from "../../../../queries/mail-accounts"
import { mailHealthQuery } from "../../../../queries/mail-health"
import { inboundMailQueries } from "../../../../queries/mails"

const EVERY_MS = 4_000

/** Looks into a mailbox every few seconds while somebody waits for a mail. @returns why it cannot */
export function useWatchedMailbox(accountId: string): unknown {
  const client = useQueryClient()
  const { mutate, isPending, error } = usePollMailAccount()
  const isBusy = useRef(false)
  isBusy.current = isPending

  useEffect(() => {
    const look = () => {
      if (!isBusy.current && document.visibilityState === "visible") {
        mutate(accountId, {
          onSettled: () =>
            [mailHealthQuery.queryKey, inboundMailQueries.all].forEach((queryKey) =>
              client.invalidateQueries({ queryKey })
            ),
        })
      }
    }
    look()
    const timer = setInterval(look, EVERY_MS)

    return () => clearInterval(timer)
  }, [accountId, client, mutate])

  return error
}
