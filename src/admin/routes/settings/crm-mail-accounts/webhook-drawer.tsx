import {
  Button,
  Copy,
  Drawer,
  InlineTip,
  Label,
  Text,
  toast,
  usePrompt,
} from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { MailAccount } from "../../../../api/admin/crm/mail-accounts/contract"
import { ServerRefusal } from "../../../components/server-refusal"
import { backendUrl } from "../../../lib/sdk"
import { useCloseWebhook, useRenewWebhook } from "../../../queries/webhook"

type WebhookDrawerProps = { account: MailAccount; onClose: () => void }

/** Opens, renews and closes the way in for mail that is brought instead of fetched. */
export const WebhookDrawer = ({ account, onClose }: WebhookDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const prompt = usePrompt()
  const renew = useRenewWebhook(account.id)
  const close = useCloseWebhook(account.id)
  const webhook = renew.data?.webhook

  const renewSecret = async () => {
    const isSure =
      !account.has_webhook ||
      (await prompt({
        title: t("webhook.renewTitle"),
        description: t("webhook.renewDescription"),
        confirmText: t("webhook.renew"),
        cancelText: t("general.cancel"),
      }))
    if (isSure) {
      renew.mutate()
    }
  }
  const closeWebhook = async () => {
    const isSure = await prompt({
      title: t("webhook.closeTitle"),
      description: t("webhook.closeDescription"),
      confirmText: t("webhook.close"),
      cancelText: t("general.cancel"),
      variant: "danger",
    })
    if (isSure) {
      close.mutate(undefined, {
        onSuccess: () => {
          toast.success(t("webhook.closed"))
          onClose()
        },
      })
    }
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("webhook.title", { address: account.address })}</Drawer.Title>
          <Drawer.Description>{t("webhook.description")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          <Shown
            label={t("webhook.url")}
            value={`${serverOrigin()}/crm/inbound-mails/${account.id}`}
          />
          {webhook ? (
            <>
              <Shown label={t("webhook.secret")} value={webhook.secret} />
              <InlineTip label={t("webhook.onceLabel")} variant="warning">
                {t("webhook.once")}
              </InlineTip>
            </>
          ) : (
            <Text size="small" className="text-ui-fg-subtle">
              {account.has_webhook ? t("webhook.isOpen") : t("webhook.isClosed")}
            </Text>
          )}
          <Text size="small" className="text-ui-fg-subtle">
            {t("webhook.how")}
          </Text>
          {Boolean(renew.error ?? close.error) && (
            <ServerRefusal error={renew.error ?? close.error} />
          )}
        </Drawer.Body>
        <Drawer.Footer className="flex-wrap">
          {account.has_webhook && (
            <Button
              size="small"
              variant="danger"
              onClick={closeWebhook}
              isLoading={close.isPending}
            >
              {t("webhook.close")}
            </Button>
          )}
          <Button
            size="small"
            variant="secondary"
            onClick={renewSecret}
            isLoading={renew.isPending}
          >
            {account.has_webhook ? t("webhook.renew") : t("webhook.open")}
          </Button>
          <Button size="small" onClick={onClose}>
            {t("general.close")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

const Shown = ({ label, value }: { label: string; value: string }) => (
  <div className="flex flex-col gap-y-2">
    <Label size="small" weight="plus">
      {label}
    </Label>
    <div className="bg-ui-bg-subtle border-ui-border-base flex items-start justify-between gap-x-2 rounded-md border px-3 py-2">
      <code className="txt-compact-small text-ui-fg-base [overflow-wrap:anywhere]">
        {value}
      </code>
      <Copy content={value} />
    </div>
  </div>
)

/** The admin may be served by another host than the API. */
const serverOrigin = () => new URL(backendUrl, window.location.origin).origin
