import type { Finding } from "../../api/admin/crm/mail-health/contract"
import { absoluteTime, duration } from "./relative-time"

/** What a finding's sentences name, in the agent's language. */
export function findingValues(
  { values }: Pick<Finding, "values">,
  language: string
): Record<string, string | number> {
  const { seconds, at, seen } = values

  return {
    ...values,
    ...(typeof seconds === "number" ? { duration: duration(seconds, language) } : {}),
    ...(typeof at === "string" ? { time: absoluteTime(at, language) } : {}),
    ...(seen === "" ? { seen: "?" } : {}),
  }
}
