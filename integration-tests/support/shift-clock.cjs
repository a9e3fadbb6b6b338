/** Preloaded into a process whose clock is to differ from the others', by `CLOCK_SHIFT_MS`. */
const RealDate = Date
const now = () => RealDate.now() + Number(process.env.CLOCK_SHIFT_MS)

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length ? parts : [now()]))
  }
  static now() {
    return now()
  }
}
