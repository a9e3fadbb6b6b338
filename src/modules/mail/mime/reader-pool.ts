import path from "node:path"
import { Worker } from "node:worker_threads"
import type { ReadEmail } from "./read-email-types"
import type { ReaderAnswer, ReaderJob } from "./reader-worker"
import { mailSentence } from "../domain/mail-sentences"

/** The mail broke its reader; `message` says how, for the quarantine. */
export class MailUnreadableError extends Error {
  override readonly name = "MailUnreadableError"
}

export type ReaderPoolOptions = {
  /** Worker threads. */
  size?: number
  /** For one mail. */
  deadline_ms?: number
  /** Heap of one worker. */
  memory_mb?: number
}

/**
 * Reads mails in worker threads: a mail that takes too long or too much memory costs its
 * worker, never the process. Workers start with the first mail, are replaced when they
 * die, and keep no process alive.
 */
export class ReaderPool {
  private readonly slots: Slot[]
  private readonly waiting: Job[] = []
  private nextId = 1
  private closed = false

  constructor({
    size = 1,
    deadline_ms = 10_000,
    memory_mb = 512,
  }: ReaderPoolOptions = {}) {
    this.slots = Array.from(
      { length: size },
      () => new Slot(deadline_ms, memory_mb, () => this.assign())
    )
  }

  /** Rejects with {@link MailUnreadableError} only. The bytes stay the caller's. */
  read(raw: Uint8Array): Promise<ReadEmail> {
    if (this.closed) {
      return Promise.reject(new MailUnreadableError("The mail reader is closed."))
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ id: this.nextId++, raw, resolve, reject })
      this.assign()
    })
  }

  async close(): Promise<void> {
    this.closed = true
    for (const job of this.waiting.splice(0)) {
      job.reject(
        new MailUnreadableError("The mail reader was closed before it read the mail.")
      )
    }
    await Promise.all(this.slots.map((slot) => slot.close()))
  }

  private assign(): void {
    for (const slot of this.slots) {
      while (this.waiting.length > 0 && slot.hasRoom()) {
        slot.take(this.waiting.shift() as Job)
      }
    }
  }
}

type Job = {
  id: number
  raw: Uint8Array
  resolve: (email: ReadEmail) => void
  reject: (error: MailUnreadableError) => void
}

/** One worker and the few mails handed to it; it works on the first of them. */
class Slot {
  private worker: Worker | null = null
  private readonly jobs: Job[] = []
  private timer: NodeJS.Timeout | null = null
  private isReady = false

  constructor(
    private readonly deadline_ms: number,
    private readonly memory_mb: number,
    private readonly onRoom: () => void
  ) {}

  hasRoom(): boolean {
    return this.jobs.length < MAILS_AHEAD
  }

  take(job: Job): void {
    this.jobs.push(job)
    this.post(job)
    if (this.jobs.length === 1) {
      this.startClock()
    }
  }

  async close(): Promise<void> {
    const worker = this.worker
    this.fail(this.jobs.splice(0), "The mail reader was closed before it read the mail.")
    this.retire()
    await worker?.terminate()
  }

  private post({ id, raw }: Job): void {
    const worker = (this.worker ??= this.start())
    const copy = new Uint8Array(raw)
    const job: ReaderJob = { id, raw: copy }
    worker.postMessage(job, [copy.buffer])
  }

  private start(): Worker {
    const fromSource = __filename.endsWith(".ts")
    const worker = new Worker(
      path.join(__dirname, fromSource ? "reader-worker.ts" : "reader-worker.js"),
      {
        execArgv: fromSource ? ["-r", "ts-node/register/transpile-only"] : [],
        resourceLimits: { maxOldGenerationSizeMb: this.memory_mb },
      }
    )
    worker.unref()
    worker.on("message", (answer: ReaderAnswer | "ready") =>
      answer === "ready" ? this.ready(worker) : this.finish(worker, answer)
    )
    worker.on("error", (error) => this.replace(worker, reasonOf(error)))
    worker.on("exit", () => this.replace(worker, mailSentence("reader_stopped")))
    return worker
  }

  private ready(worker: Worker): void {
    if (worker === this.worker) {
      this.isReady = true
      this.startClock()
    }
  }

  private finish(worker: Worker, { id, email }: ReaderAnswer): void {
    if (worker !== this.worker) {
      return
    }
    const at = this.jobs.findIndex((job) => job.id === id)
    const [job] = at < 0 ? [] : this.jobs.splice(at, 1)
    job?.resolve(email)
    this.startClock()
    this.onRoom()
  }

  /** The mail being read is given up; those behind it go to a new worker. */
  private replace(worker: Worker, reason: string): void {
    if (worker !== this.worker) {
      return
    }
    this.retire()
    void worker.terminate()
    this.fail(this.jobs.splice(0, 1), reason)
    for (const job of this.jobs) {
      this.post(job)
    }
    this.startClock()
    this.onRoom()
  }

  private startClock(): void {
    if (this.timer) {
      clearTimeout(this.timer)
      this.timer = null
    }
    if (this.jobs.length > 0) {
      const worker = this.worker
      const allowed = this.deadline_ms + (this.isReady ? 0 : START_ALLOWANCE_MS)
      this.timer = setTimeout(() => {
        if (worker) {
          this.replace(worker, mailSentence("reading_too_long", { ms: this.deadline_ms }))
        }
      }, allowed)
      this.timer.unref()
    }
  }

  private retire(): void {
    this.worker = null
    this.isReady = false
    if (this.timer) {
      clearTimeout(this.timer)
      this.timer = null
    }
  }

  private fail(jobs: Job[], reason: string): void {
    for (const job of jobs) {
      job.reject(new MailUnreadableError(reason))
    }
  }
}

function reasonOf(error: unknown): string {
  const outOfMemory =
    error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
  return outOfMemory
    ? mailSentence("reading_too_large")
    : mailSentence("reader_failed", {
        words: error instanceof Error ? error.message : String(error),
      })
}

/** Enough that the worker never waits for its next mail, few enough to start over. */
const MAILS_AHEAD = 8
/** For the first mail of a worker, which also waits for the worker's code to load. */
const START_ALLOWANCE_MS = 20_000
