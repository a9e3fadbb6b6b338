import { WorkInProgress } from "./work-in-progress"

const never = () => new Promise<void>(() => undefined)

describe("a process that is told to stop", () => {
  it("waits for what is under way", async () => {
    const work = new WorkInProgress()
    let finish = () => undefined as void
    let isDone = false
    const poll = work.during(new Promise<void>((resolve) => (finish = resolve)))
    void poll.then(() => (isDone = true))
    const stopped = work.stop()
    expect(work.isStopping).toBe(true)

    finish()
    await stopped
    expect(isDone).toBe(true)
    expect(work.signal.aborted).toBe(true)
  })

  it("cuts off what hangs, and does not wait for it for ever", async () => {
    const work = new WorkInProgress({ patience_ms: 1, aftermath_ms: 1 })
    let wasCut = false
    work.signal.addEventListener("abort", () => (wasCut = true))
    void work.during(never())
    await work.stop()

    expect(wasCut).toBe(true)
  })
})
