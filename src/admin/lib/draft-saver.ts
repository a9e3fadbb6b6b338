export type DraftState = "saved" | "waiting" | "saving" | "failed" | "moved"

type Tools<Fields> = {
  /** @returns the revision it is now; rejects with `isMoved` when another page was faster */
  save: (fields: Fields, revision: number, isLeaving: boolean) => Promise<number>
  discard: () => Promise<unknown>
  isMoved: (error: unknown) => boolean
  onState: (state: DraftState) => void
}

/** After the last keystroke; with the request's own time a draft is safe within two seconds (E-09). */
const PAUSE_MS = 1_000
const RETRY_MS = 5_000

/**
 * Brings what is written to the server: soon, one request at a time, and never over a text that
 * another page saved.
 */
export class DraftSaver<Fields> {
  private pending: { fields: Fields | null } | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | null = null
  private isMoved = false

  constructor(
    private readonly tools: Tools<Fields>,
    public revision: number
  ) {}

  /** Nothing written here waits for the server. */
  get isClean(): boolean {
    return !this.pending && !this.running && !this.isMoved
  }

  /** @param fields null: all that was written is gone again */
  change(fields: Fields | null): void {
    this.pending = { fields }
    if (!this.isMoved) {
      this.tools.onState("waiting")
      this.schedule(PAUSE_MS)
    }
  }

  /** Saves at once. @param isLeaving the page goes away, so that nobody waits for the answer */
  async flush(isLeaving = false): Promise<void> {
    clearTimeout(this.timer)
    await this.running
    if (this.pending && !this.isMoved) {
      this.running = this.run(isLeaving)
      await this.running
    }
  }

  /** Forgets what waits: it was sent. A save on its way is waited for, so that it does not come after. */
  async stop(): Promise<void> {
    clearTimeout(this.timer)
    this.pending = null
    await this.running
  }

  /** The text is what the server has under this revision. */
  adopt(revision: number): void {
    clearTimeout(this.timer)
    this.pending = null
    this.isMoved = false
    this.revision = revision
    this.tools.onState("saved")
  }

  /** Goes on with the text of this page over what another page saved. */
  overwrite(revision: number, fields: Fields | null): void {
    this.adopt(revision)
    this.change(fields)
  }

  private schedule(pause: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), pause)
  }

  private async run(isLeaving: boolean): Promise<void> {
    const { fields } = this.pending ?? { fields: null }

    this.pending = null
    this.tools.onState("saving")
    try {
      if (fields) {
        this.revision = await this.tools.save(fields, this.revision, isLeaving)
      } else if (this.revision) {
        await this.tools.discard()
        this.revision = 0
      }
      this.tools.onState(this.pending ? "waiting" : "saved")
    } catch (error) {
      this.pending ??= { fields }
      this.isMoved = this.tools.isMoved(error)
      this.tools.onState(this.isMoved ? "moved" : "failed")
      if (!this.isMoved) {
        this.schedule(RETRY_MS)
      }
    } finally {
      this.running = null
    }
  }
}
