import { useHref } from "react-router-dom"
import type { OAuthProvider } from "../../../../modules/mail/domain/oauth-providers"
import { consentBody, type MailAccountForm } from "../../../lib/mail-account-form"
import { CONNECT_PATH } from "../../../lib/ticket-links"
import { useStartConsent } from "../../../queries/mail-accounts"

/** Begins a consent: the browser leaves for the provider and comes back to the page "connect". */
export function useConnect() {
  const { mutate, isPending, isSuccess, error } = useStartConsent()
  // Under whatever path the admin is served.
  const redirect_uri = `${window.location.origin}${useHref(CONNECT_PATH)}`

  return {
    connectNew: (form: MailAccountForm, provider: OAuthProvider) =>
      mutate({ id: null, body: consentBody(form, provider, redirect_uri) }),
    connect: (id: string, provider: OAuthProvider) =>
      mutate({ id, body: { provider, redirect_uri } }),
    // The page stays until the browser has left it.
    isConnecting: isPending || isSuccess,
    error,
  }
}
