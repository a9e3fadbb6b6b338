import { useQuery } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import {
  withFound,
  type Found,
  type MailAccountForm,
} from "../../../lib/mail-account-form"
import { mailDetectionQuery, mailProvidersQuery } from "../../../queries/mail-providers"

/** Long enough for somebody who is still typing. */
const PAUSE_MS = 400

/**
 * What is known of the servers of a new account's address. Fills them in once per address, so that
 * what a person changes afterwards stays changed.
 */
export function useDetection(
  form: MailAccountForm,
  setForm: (change: (before: MailAccountForm) => MailAccountForm) => void,
  isNew: boolean
) {
  const address = useSettledValue(isNew ? form.address.trim().toLowerCase() : "")
  const { data, isFetching } = useQuery(mailDetectionQuery(address))
  const { data: providers } = useQuery(mailProvidersQuery)
  const before = useRef<Found | null>(null)

  useEffect(() => {
    if (!data || !providers) {
      return
    }
    const oauth = data.detection?.provider?.oauth
    const consent = providers.oauth.find((ready) => ready === oauth) ?? null
    const found = data.detection && { ...data.detection, consent }
    const last = before.current

    before.current = found
    setForm((current) => withFound(current, found, last))
  }, [data, providers, setForm])

  return {
    provider: data?.detection?.provider ?? null,
    isFetching,
    /** Somebody was asked, and nobody knew. */
    isUnknown: data !== undefined && data.detection === null,
  }
}

function useSettledValue(value: string): string {
  const [settled, setSettled] = useState(value)

  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])

  return settled
}
