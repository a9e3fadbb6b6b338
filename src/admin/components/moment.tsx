import { clx, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { absoluteTime, relativeTime } from "../lib/relative-time"
import { useNow } from "./use-now"

type MomentProps = {
  at: string
  /** Says both, for places with room. */
  full?: boolean
  className?: string
}

/** "3 hr. ago", with the exact time at hand. */
export const Moment = ({ at, full, className }: MomentProps) => {
  const { i18n } = useTranslation("crmDesk")
  const now = useNow()
  const relative = relativeTime(at, Math.max(now, Date.now()), i18n.language)
  const absolute = absoluteTime(at, i18n.language)

  if (full) {
    return (
      <time dateTime={at} className={clx("[&>span]:whitespace-nowrap", className)}>
        <span>{absolute}</span> · <span>{relative}</span>
      </time>
    )
  }

  return (
    <Tooltip content={absolute}>
      <time dateTime={at} className={clx("whitespace-nowrap", className)}>
        {relative}
      </time>
    </Tooltip>
  )
}
