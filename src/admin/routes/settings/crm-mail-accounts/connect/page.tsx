import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { Link, useNavigate, useSearchParams } from "react-router-dom"
import { Desk } from "../../../../components/desk"
import { ServerRefusal } from "../../../../components/server-refusal"
import { MAIL_ACCOUNTS_PATH } from "../../../../lib/ticket-links"
import { useFinishConsent } from "../../../../queries/mail-accounts"

/** Where a provider sends the browser back to, with its answer in the address. */
const ConnectPage = () => {
  const { t } = useTranslation("crmDesk")
  const { refusal, isAstray, error } = useConsent()

  return (
    <Desk>
      <Container className="flex flex-col items-start gap-y-4 px-6 py-8">
        <Heading>{t("mailAccounts.connect.title")}</Heading>
        {refusal || isAstray || error ? (
          <>
            <Text size="small" className="text-ui-fg-subtle">
              {refusal
                ? t("mailAccounts.connect.refused", { reason: refusal })
                : isAstray
                  ? t("astray.text")
                  : t("mailAccounts.connect.failed")}
            </Text>
            <ServerRefusal error={error} />
            <Button size="small" variant="secondary" asChild>
              <Link to={MAIL_ACCOUNTS_PATH}>{t("mailAccounts.connect.back")}</Link>
            </Button>
          </>
        ) : (
          <Text size="small" className="text-ui-fg-subtle" aria-live="polite" aria-busy>
            {t("mailAccounts.connect.working")}
          </Text>
        )}
      </Container>
    </Desk>
  )
}

/** Hands the provider's answer to the server, once, and takes it out of the browser's address. */
function useConsent() {
  const { t } = useTranslation("crmDesk")
  const [answer] = useSearchParams()
  const navigate = useNavigate()
  const { mutate, error } = useFinishConsent()
  const isHandedOver = useRef(false)
  const code = answer.get("code")
  const state = answer.get("state")

  useEffect(() => {
    if (!code || !state || isHandedOver.current) {
      return
    }
    isHandedOver.current = true
    window.history.replaceState(window.history.state, "", window.location.pathname)
    mutate(
      { code, state },
      {
        onSuccess: ({ mail_account: { id, address } }) => {
          toast.success(t("mailAccounts.connect.done", { address }))
          navigate(`${MAIL_ACCOUNTS_PATH}?edit=${id}`, { replace: true })
        },
      }
    )
  }, [code, state, mutate, navigate, t])

  const refusal = code ? null : answer.get("error")

  return {
    error,
    refusal,
    /** Opened without a provider's answer. */
    isAstray: !code && !refusal,
  }
}

export default ConnectPage
