const UNITS = [
  ["year", 365 * 24 * 3600],
  ["month", 30 * 24 * 3600],
  ["day", 24 * 3600],
  ["hour", 3600],
  ["minute", 60],
] as const

/** "3h ago", "in 2 days": short enough for a table cell. */
export function relativeTime(moment: string, now: number, language: string): string {
  const seconds = (Date.parse(moment) - now) / 1000

  if (Number.isNaN(seconds)) {
    return ""
  }
  const format = new Intl.RelativeTimeFormat(language, {
    numeric: "auto",
    style: "short",
  })
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? [
    "second",
    1,
  ]

  // Below a minute the exact count says nothing and would change at every glance.
  return unit === "second"
    ? format.format(0, "second")
    : format.format(Math.trunc(seconds / length), unit)
}

export function absoluteTime(moment: string, language: string): string {
  const date = new Date(moment)

  return Number.isNaN(date.getTime())
    ? ""
    : new Intl.DateTimeFormat(language, {
        dateStyle: "medium",
        timeStyle: "short",
      }).format(date)
}

export function calendarDay(moment: string, language: string): string {
  const date = new Date(moment)

  return Number.isNaN(date.getTime())
    ? ""
    : new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(date)
}

/** "3 hours", "20 seconds": how long, in the largest unit that fits. */
export function duration(seconds: number, language: string): string {
  const [unit, length] = UNITS.find(([, size]) => seconds >= size) ?? ["second", 1]

  return new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    unitDisplay: "long",
  }).format(Math.trunc(seconds / length))
}
