import { MedusaError } from "@medusajs/framework/utils"

/** How far ahead anything can be put off. */
const MOST_DAYS = 366

/**
 * A time that something is put off to.
 * @param what begins the refusal, e.g. "The reply cannot be sent"
 * @throws INVALID_DATA for the past and for more than a year ahead
 */
export function assertLater(moment: Date, now: Date, what: string): void {
  if (moment.getTime() <= now.getTime()) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${what} at ${moment.toISOString()}: that is in the past. Choose a time ahead`
    )
  }
  if (moment.getTime() > now.getTime() + MOST_DAYS * 86_400_000) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${what} at ${moment.toISOString()}: that is more than a year ahead. Choose an earlier time`
    )
  }
}
