const MINUTE = 60_000
/** Minutes until the next attempt; the last repeats. */
const WAITS = [1, 5, 15, 60, 120, 240]
const GIVE_UP_AFTER = 72 * 60 * MINUTE

/**
 * When a mail that could not be sent is tried again: soon at first, then ever more rarely, for three
 * days. Jittered, so that mails refused together do not all come back at once.
 * @param attempts made so far, at least one
 * @param random from 0 to 1
 * @returns null when it is time to give up
 */
export function nextAttempt(
  attempts: number,
  enqueuedAt: Date,
  now: Date,
  random: number
): Date | null {
  const wait = WAITS[Math.min(attempts, WAITS.length) - 1] * MINUTE
  const next = new Date(now.getTime() + wait * (0.8 + 0.4 * random))

  return next.getTime() - enqueuedAt.getTime() > GIVE_UP_AFTER ? null : next
}

const LONGEST_PAUSE = 15 * MINUTE
/** A refused login is not repeated sooner, however often the mailbox is looked into otherwise. */
const SHORTEST_LOGIN_INTERVAL = MINUTE

/**
 * When a failing account is looked into again. A server that refuses us is not hammered: the pause
 * doubles with each failure up to a quarter of an hour.
 * @param failures in a row, at least one
 * @param interval milliseconds between two polls when all is well
 */
export function nextPollAfterFailure(
  failures: number,
  interval: number,
  now: Date,
  isLoginRefused = false
): Date {
  const shortest = isLoginRefused ? SHORTEST_LOGIN_INTERVAL : 0
  const pause = Math.min(
    Math.max(interval, shortest) * 2 ** Math.min(failures, 20),
    LONGEST_PAUSE
  )

  return new Date(now.getTime() + Math.max(pause, interval))
}
