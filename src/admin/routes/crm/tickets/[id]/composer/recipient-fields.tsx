import { ExclamationCircle } from "@medusajs/icons"
import { Button, clx, Input, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { SuppressionWarning } from "../../../../../components/suppression-warning"
import { addressesOf } from "../../../../../lib/addresses"
import { linesFor, newAddresses, whomOf } from "../../../../../lib/recipients"
import { lineOf, type ReplyDraft } from "../../../../../lib/reply-draft"
import type { Change } from "./use-draft"

type RecipientFieldsProps = {
  ticket: Ticket
  reply: ReplyDraft["reply"]
  set: (change: Change<ReplyDraft["reply"]>) => void
}

/** Who will read the reply: always in sight, and never more than were chosen (E-12, X-17 AC3). */
export const RecipientFields = ({ ticket, reply, set }: RecipientFieldsProps) => {
  const { t } = useTranslation("crmDesk")
  const strangers = newAddresses(ticket, reply)
  const clearCopies = () => set({ cc: "", bcc: "" })
  const hasOthers = ticket.recipients.reply_all.cc.length > 0

  return (
    <div className="flex flex-col gap-y-1">
      {hasOthers && (
        <WhomChoice
          value={whomOf(ticket, reply)}
          onChange={(whom) => set(linesFor(ticket, whom))}
        />
      )}
      <Line
        label={t("composer.to")}
        value={reply.to ?? lineOf(ticket.recipients.reply.to)}
        onChange={(to) => set({ to })}
      />
      <div className="grid grid-cols-1 gap-x-4 gap-y-1 md:grid-cols-2">
        <Line
          label={t("composer.cc")}
          value={reply.cc}
          onChange={(cc) => set({ cc })}
          onClear={reply.cc.trim() || reply.bcc.trim() ? clearCopies : undefined}
        />
        <Line
          label={t("composer.bcc")}
          value={reply.bcc}
          onChange={(bcc) => set({ bcc })}
        />
      </div>
      <div aria-live="polite">
        {strangers.length > 0 && (
          <div className="text-ui-tag-orange-text flex items-start gap-x-1.5">
            <ExclamationCircle className="text-ui-tag-orange-icon mt-0.5 shrink-0" />
            <Text size="small" className="min-w-0 [overflow-wrap:anywhere]">
              {t("composer.newAddress", {
                count: strangers.length,
                addresses: strangers.join(", "),
              })}
            </Text>
          </div>
        )}
      </div>
      <SuppressionWarning
        addresses={[reply.to ?? lineOf(ticket.recipients.reply.to), reply.cc, reply.bcc]
          .flatMap(addressesOf)
          .map((address) => address.toLowerCase())}
      />
    </div>
  )
}

const WHOM = ["reply", "reply_all"] as const

type WhomChoiceProps = {
  value: (typeof WHOM)[number] | null
  onChange: (whom: (typeof WHOM)[number]) => void
}

const WhomChoice = ({ value, onChange }: WhomChoiceProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <div role="group" aria-label={t("composer.whom")} className="flex gap-x-1">
      {WHOM.map((whom) => (
        <Button
          key={whom}
          type="button"
          size="small"
          variant={value === whom ? "secondary" : "transparent"}
          aria-pressed={value === whom}
          onClick={() => onChange(whom)}
        >
          {t(`composer.whomIs.${whom}`)}
        </Button>
      ))}
    </div>
  )
}

type LineProps = {
  label: string
  value: string
  onChange: (line: string) => void
  onClear?: () => void
}

const Line = ({ label, value, onChange, onClear }: LineProps) => {
  const { t } = useTranslation("crmDesk")
  const id = useId()

  return (
    <div className="flex min-w-0 items-center gap-x-2">
      <Label htmlFor={id} size="small" className="text-ui-fg-subtle w-8 shrink-0">
        {label}
      </Label>
      <div className={clx("min-w-0 flex-1")}>
        <Input
          id={id}
          size="small"
          autoComplete="off"
          spellCheck={false}
          placeholder={t("composer.copiesPlaceholder")}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
      {onClear && (
        <Button type="button" size="small" variant="transparent" onClick={onClear}>
          {t("composer.clearCopies")}
        </Button>
      )}
    </div>
  )
}
