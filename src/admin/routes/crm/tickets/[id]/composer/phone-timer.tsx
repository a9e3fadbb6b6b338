import { Phone } from "@medusajs/icons"
import { Badge, Button } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { callLength, secondsSince } from "../../../../../lib/phone-timer"
import type { Call } from "./use-call"

/** How long the call has lasted. Its own clock: nothing around it is drawn every second. */
export const PhoneTimer = ({ call }: { call: Call }) => {
  const { t } = useTranslation("crmDesk")
  const [now, setNow] = useState(() => Date.now())

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])

  if (call.began === null) {
    return null
  }

  return (
    <span className="flex items-center gap-x-2">
      <Badge size="small" color="green" className="gap-x-1">
        <Phone />
        <span role="timer" aria-label={t("call.length")} className="tabular-nums">
          {callLength(secondsSince(call.began, now))}
        </span>
      </Badge>
      <Button size="small" type="button" variant="transparent" onClick={call.begin}>
        {t("call.restart")}
      </Button>
    </span>
  )
}
