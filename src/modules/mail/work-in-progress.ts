import { setMaxListeners } from "node:events"
import { setTimeout as pause } from "node:timers/promises"

/** Left to their own: what is under way ends well within that. */
const PATIENCE_MS = 6_000
/** From the cut to the end: errors are written down, leases are given back. */
const AFTERMATH_MS = 2_000

/** Polls and sends under way, so that a process that is told to stop ends none of them in the middle. */
export class WorkInProgress {
  private readonly works = new Set<Promise<unknown>>()
  private readonly cut = new AbortController()
  private isOver = false

  constructor(
    private readonly times = { patience_ms: PATIENCE_MS, aftermath_ms: AFTERMATH_MS }
  ) {
    // Each connection listens to it: many at once are no leak.
    setMaxListeners(0, this.cut.signal)
  }

  /** Nothing new is to be begun. */
  get isStopping(): boolean {
    return this.isOver
  }

  /** Fires when patience is over: connections are to be closed then. */
  get signal(): AbortSignal {
    return this.cut.signal
  }

  async during<T>(work: Promise<T>): Promise<T> {
    this.works.add(work)
    try {
      return await work
    } finally {
      this.works.delete(work)
    }
  }

  announceStop(): void {
    this.isOver = true
  }

  /** Waits until all work has ended; what hangs is cut off. Eight seconds at most. */
  async stop(): Promise<void> {
    this.isOver = true
    await this.endedWithin(this.times.patience_ms)
    this.cut.abort()
    await this.endedWithin(this.times.aftermath_ms)
  }

  private async endedWithin(ms: number): Promise<void> {
    const timer = new AbortController()

    await Promise.race([
      Promise.allSettled(this.works),
      pause(ms, undefined, { signal: timer.signal }).catch(() => undefined),
    ])
    timer.abort()
  }
}
