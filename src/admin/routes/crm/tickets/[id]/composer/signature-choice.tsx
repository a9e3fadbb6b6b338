import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { defaultSignature } from "../../../../../../modules/helpdesk/domain/signature"
import { Choice } from "../../../../../components/choice"
import { signatureQueries } from "../../../../../queries/signatures"

const NONE = "none"

type SignatureChoiceProps = {
  departmentId: string
  /** Null: none. Undefined: the default one. */
  value: string | null | undefined
  onChange: (id: string | null) => void
  /** Asked for once somebody writes. */
  isActive: boolean
}

/** One of the agent's own signatures; not there for whoever has none (V-93). */
export const SignatureChoice = ({
  departmentId,
  value,
  onChange,
  isActive,
}: SignatureChoiceProps) => {
  const { t } = useTranslation("crmDesk")
  const { data } = useQuery({ ...signatureQueries.mine, enabled: isActive })
  const signatures = data?.signatures ?? []
  const chosen =
    value === undefined ? defaultSignature(signatures, departmentId)?.id : value

  return signatures.length ? (
    <div className="w-40">
      <Choice
        size="small"
        aria-label={t("signatures.choose")}
        value={chosen ?? NONE}
        onChange={(id) => onChange(id === NONE ? null : id)}
        options={[
          { value: NONE, label: t("signatures.none") },
          ...signatures.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
    </div>
  ) : null
}
