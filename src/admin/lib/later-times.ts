export const LATER_TIMES = ["laterToday", "tomorrow", "monday", "nextWeek"] as const
export type LaterTime = (typeof LATER_TIMES)[number]

const MORNING = 9
const HOURS_LATER = 3
/** After that, "later today" would be a time when nobody works. */
const LAST_HOUR = 18

/** The usual times to put something off to, by the agent's own clock, in their order. */
export function laterTimes(now: Date): { key: LaterTime; at: Date }[] {
  const later = new Date(now.getTime() + HOURS_LATER * 3_600_000)
  const isToday = later.getDate() === now.getDate() && later.getHours() < LAST_HOUR
  const daysToMonday = (8 - now.getDay()) % 7 || 7
  const times: { key: LaterTime; at: Date }[] = [
    { key: "laterToday", at: onTheHour(later) },
    { key: "tomorrow", at: morning(now, 1) },
    { key: "monday", at: morning(now, daysToMonday) },
    { key: "nextWeek", at: morning(now, 7) },
  ]
  // On a Sunday tomorrow is Monday, and on a Monday Monday is next week: said once.
  return times.filter(
    ({ key, at }, index) =>
      (key !== "laterToday" || isToday) &&
      times.findIndex((other) => other.at.getTime() === at.getTime()) === index
  )
}

function morning(now: Date, days: number): Date {
  const at = new Date(now)
  at.setDate(at.getDate() + days)
  at.setHours(MORNING, 0, 0, 0)
  return at
}

function onTheHour(moment: Date): Date {
  const at = new Date(moment)
  at.setMinutes(0, 0, 0)
  return at
}

/** What `<input type="datetime-local">` takes: the agent's own clock, to the minute. */
export function localInputValue(moment: Date): string {
  const shifted = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000)

  return shifted.toISOString().slice(0, 16)
}

/** @returns null for nothing, and for what is no time */
export function momentOf(localValue: string): string | null {
  const moment = new Date(localValue)

  return localValue && !Number.isNaN(moment.getTime()) ? moment.toISOString() : null
}
