import { EyeSlashMini, LockClosedSolid } from "@medusajs/icons"
import { Avatar, Badge, Button, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { TicketMessage } from "../../../../../../api/admin/crm/tickets/contract"
import { Moment } from "../../../../../components/moment"
import { callLength } from "../../../../../lib/phone-timer"
import { useQuote } from "../composer/quote-context"

const COLORS = {
  customer: "grey",
  agent: "blue",
  note: "orange",
  system: "purple",
} as const

/** Who wrote to whom, when, and as what. */
export const MessageHead = ({
  message,
  menu,
}: {
  message: TicketMessage
  menu?: ReactNode
}) => {
  const { t } = useTranslation("crmDesk")
  const { kind, automated, from, to, cc, bcc, created_at, source } = message
  const author = from.name || from.email || t(`message.kind.${kind}`)

  return (
    <header className="flex items-start gap-x-3">
      <Avatar fallback={author.slice(0, 1).toUpperCase()} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Text size="small" weight="plus">
            {author}
          </Text>
          {automated !== "bounce" && (
            <Badge size="2xsmall" color={COLORS[kind]}>
              {kind === "note" && <LockClosedSolid className="me-1 size-3" />}
              {t(`message.kind.${kind}`)}
            </Badge>
          )}
          {source && source !== "other" && (
            <Badge size="2xsmall">
              {t(`source.${source}`)}
              {message.duration_seconds
                ? ` · ${callLength(message.duration_seconds)}`
                : ""}
            </Badge>
          )}
          {message.private_to && (
            <Badge size="2xsmall" color="purple">
              <EyeSlashMini className="me-1 size-3" />
              {t("privacy.only", { name: message.private_to.name })}
            </Badge>
          )}
          <Marks message={message} />
          <div className="ms-auto flex items-center gap-x-2">
            <Quote message={message} />
            <Text size="small" className="text-ui-fg-subtle">
              <Moment at={created_at} full className="whitespace-normal" />
            </Text>
          </div>
        </div>
        {from.email && from.email !== author && (
          <Text size="xsmall" className="text-ui-fg-subtle [overflow-wrap:anywhere]">
            {from.email}
          </Text>
        )}
        <Recipients label={t("message.to")} addresses={kind === "note" ? [] : to} />
        <Recipients label={t("message.cc")} addresses={cc} />
        <Recipients label={t("message.bcc")} addresses={bcc} />
      </div>
      {menu}
    </header>
  )
}

/** Puts the words into the reply. A note is not for the customer, so it is not offered there. */
const Quote = ({ message }: { message: TicketMessage }) => {
  const { t } = useTranslation("crmDesk")
  const { quote } = useQuote()

  return message.kind === "note" || !message.body_text ? null : (
    <Button
      type="button"
      size="small"
      variant="transparent"
      className="text-ui-fg-muted"
      onClick={() => quote(message)}
    >
      {t("composer.quote")}
    </Button>
  )
}

const Recipients = ({ label, addresses }: { label: string; addresses: string[] }) =>
  addresses.length ? (
    <Text size="xsmall" className="text-ui-fg-muted [overflow-wrap:anywhere]">
      {label} {addresses.join(", ")}
    </Text>
  ) : null

/** What an agent has to know before believing a message. */
const Marks = ({ message }: { message: TicketMessage }) => {
  const { t } = useTranslation("crmDesk")
  const { automated, is_third_party, sender_check, sender_claim, merged_from } = message

  return (
    <>
      {merged_from && (
        <Badge size="2xsmall" className="tabular-nums">
          {t("merge.from", { number: merged_from.number })}
        </Badge>
      )}
      {automated && (
        <Badge size="2xsmall" color="purple">
          {t(`message.automated.${automated}`)}
        </Badge>
      )}
      {is_third_party && (
        <Badge size="2xsmall" color="orange" title={t("message.thirdPartyHint")}>
          {t("message.thirdParty")}
        </Badge>
      )}
      {sender_claim && (
        <Badge
          size="2xsmall"
          color="orange"
          title={t(`message.senderClaimHint.${sender_claim}`)}
        >
          {t(`message.senderClaim.${sender_claim}`)}
        </Badge>
      )}
      {sender_check === "fail" && (
        <Badge size="2xsmall" color="red" title={t("message.senderFailHint")}>
          {t("message.senderFail")}
        </Badge>
      )}
      {sender_check === "pass" && (
        <Badge size="2xsmall" color="green" title={t("message.senderPassHint")}>
          {t("message.senderPass")}
        </Badge>
      )}
    </>
  )
}
