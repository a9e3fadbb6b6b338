const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const

/** "4.2 MB", in powers of 1000 as mail servers count. */
export function fileSize(bytes: number, language: string): string {
  const power =
    bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power

  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: UNITS[power],
    unitDisplay: power === 0 ? "long" : "short",
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value)
}
