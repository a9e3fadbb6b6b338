import { Input } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { Department } from "../../api/admin/crm/departments/contract"
import { summaryQuery } from "../queries/summary"
import { Choice } from "./choice"
import { Field } from "./field"
import { Toggle } from "./toggle"

export type RatingForm = {
  asks: boolean
  delayMinutes: string
  scale: Department["rating_scale"]
  question: string
}

type DepartmentRatingsProps = {
  value: RatingForm
  onChange: (change: Partial<RatingForm>) => void
}

const SCALES = ["three", "five"] as const

/** Whether, when and how a department asks how it was (E-17). */
export const DepartmentRatings = ({ value, onChange }: DepartmentRatingsProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: summary } = useQuery(summaryQuery)

  return (
    <>
      <Toggle
        label={t("ratings.ask")}
        hint={
          summary && !summary.has_storefront
            ? t("ratings.askNoStorefront")
            : t("ratings.askHint")
        }
        checked={value.asks}
        onChange={(asks) => onChange({ asks })}
      />
      {value.asks && (
        <>
          <Field label={t("ratings.delay")} hint={t("ratings.delayHint")}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={0}
                max={20_160}
                value={value.delayMinutes}
                onChange={({ target }) => onChange({ delayMinutes: target.value })}
              />
            )}
          </Field>
          <Field label={t("ratings.scale")}>
            {(control) => (
              <Choice
                {...control}
                value={value.scale}
                onChange={(chosen) =>
                  onChange({ scale: SCALES.find((scale) => scale === chosen) })
                }
                options={SCALES.map((scale) => ({
                  value: scale,
                  label: t(`ratings.scales.${scale}`),
                }))}
              />
            )}
          </Field>
          <Field label={t("ratings.question")} hint={t("ratings.questionHint")} optional>
            {(control) => (
              <Input
                {...control}
                maxLength={200}
                value={value.question}
                onChange={({ target }) => onChange({ question: target.value })}
              />
            )}
          </Field>
        </>
      )}
    </>
  )
}
