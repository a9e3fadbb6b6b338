import { Button, Hint, Input, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { Field } from "../../../../../components/field"
import { SuppressionWarning } from "../../../../../components/suppression-warning"
import { addressesOf } from "../../../../../lib/addresses"
import { inCopy, newcomers } from "../../../../../lib/recipients"
import type { ReplyDraft } from "../../../../../lib/reply-draft"
import type { Change } from "./use-draft"

type RecipientsProps = {
  ticket: Ticket
  draft: ReplyDraft["reply"]
  set: (change: Change<ReplyDraft["reply"]>) => void
}

/** Whom the reply goes to: all of them in sight, and nobody by himself but the requester. */
export const Recipients = ({ ticket, draft, set }: RecipientsProps) => {
  const { t } = useTranslation("crmDesk")
  const copies = [...addressesOf(draft.cc), ...addressesOf(draft.bcc)]
  const offered = inCopy(ticket).filter((address) => !copies.includes(address))
  const unknown = newcomers(copies, ticket)

  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex flex-wrap items-center gap-x-2">
        <Text
          size="small"
          className="text-ui-fg-subtle me-auto min-w-0 [overflow-wrap:anywhere]"
        >
          {t("composer.to")} {recipient(ticket)}
        </Text>
        {offered.length > 0 && (
          <Button
            size="small"
            type="button"
            variant="transparent"
            onClick={() =>
              set(({ cc }) => ({ cc: [...addressesOf(cc), ...offered].join(", ") }))
            }
          >
            {t("composer.addCopied", { count: offered.length })}
          </Button>
        )}
        {copies.length > 0 && (
          <Button
            size="small"
            type="button"
            variant="transparent"
            onClick={() => set({ cc: "", bcc: "" })}
          >
            {t("composer.clearCopies")}
          </Button>
        )}
      </div>
      <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
        {(["cc", "bcc"] as const).map((name) => (
          <Field key={name} label={t(`composer.${name}`)}>
            {(control) => (
              <Input
                {...control}
                size="small"
                autoComplete="off"
                spellCheck={false}
                placeholder={t("composer.copiesPlaceholder")}
                value={draft[name]}
                onChange={({ target }) => set({ [name]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {unknown.length > 0 && (
        <Hint role="status" className="text-ui-tag-orange-text [overflow-wrap:anywhere]">
          {t("composer.newcomers", {
            count: unknown.length,
            addresses: unknown.join(", "),
          })}
        </Hint>
      )}
      <SuppressionWarning addresses={[ticket.requester.email, ...copies]} />
    </div>
  )
}

const recipient = ({ requester: { name, email } }: Ticket) =>
  name ? `${name} <${email}>` : email
