import { DraftSaver, type DraftState } from "./draft-saver"

type Fields = { text: string }

class Moved extends Error {}

/** A server that answers when it is told to. */
function aServer() {
  const saves: {
    text: string
    revision: number
    answer: (result: number | Error) => void
  }[] = []
  const states: DraftState[] = []
  const discarded = jest.fn(async () => undefined)
  const saver = new DraftSaver<Fields>(
    {
      save: ({ text }, revision) =>
        new Promise((resolve, reject) =>
          saves.push({
            text,
            revision,
            answer: (result) =>
              typeof result === "number" ? resolve(result) : reject(result),
          })
        ),
      discard: discarded,
      isMoved: (error) => error instanceof Moved,
      onState: (state) => states.push(state),
    },
    0
  )
  const answer = async (result: number | Error) => {
    saves.at(-1)?.answer(result)
    await jest.advanceTimersByTimeAsync(0)
  }
  return { saver, saves, states, discarded, answer }
}

describe("a draft on its way to the server", () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it("leaves a second after the last keystroke, as it is then (E-09)", async () => {
    const { saver, saves } = aServer()
    saver.change({ text: "D" })
    await jest.advanceTimersByTimeAsync(900)
    saver.change({ text: "Dear" })
    await jest.advanceTimersByTimeAsync(900)
    expect(saves).toEqual([])
    await jest.advanceTimersByTimeAsync(100)
    expect(saves).toEqual([expect.objectContaining({ text: "Dear", revision: 0 })])
  })

  it("is one request at a time; what is written meanwhile follows with the new revision", async () => {
    const { saver, saves, states, answer } = aServer()
    saver.change({ text: "a" })
    await jest.advanceTimersByTimeAsync(1000)
    saver.change({ text: "ab" })
    await jest.advanceTimersByTimeAsync(3000)
    expect(saves).toHaveLength(1)
    await answer(1)
    expect(saves[1]).toMatchObject({ text: "ab", revision: 1 })
    await answer(2)
    expect(states.at(-1)).toBe("saved")
    expect(saver.isClean).toBe(true)
  })

  it("is tried again when the network fails, and says so", async () => {
    const { saver, saves, states, answer } = aServer()
    saver.change({ text: "a" })
    await jest.advanceTimersByTimeAsync(1000)
    await answer(new Error("offline"))
    expect(states.at(-1)).toBe("failed")
    await jest.advanceTimersByTimeAsync(5000)
    expect(saves[1]).toMatchObject({ text: "a" })
  })

  it("stops when another page was faster, until the agent has chosen", async () => {
    const { saver, saves, states, answer } = aServer()
    saver.change({ text: "a" })
    await jest.advanceTimersByTimeAsync(1000)
    await answer(new Moved())
    saver.change({ text: "ab" })
    await jest.advanceTimersByTimeAsync(60_000)
    expect(saves).toHaveLength(1)
    expect(states.at(-1)).toBe("moved")
    saver.overwrite(7, { text: "ab" })
    await jest.advanceTimersByTimeAsync(1000)
    expect(saves[1]).toMatchObject({ text: "ab", revision: 7 })
  })

  it("is waited for before the reply is sent, and does not come after it", async () => {
    const { saver, saves, answer } = aServer()
    saver.change({ text: "a" })
    await jest.advanceTimersByTimeAsync(1000)
    saver.change({ text: "ab" })
    const stopped = jest.fn()
    void saver.stop().then(stopped)
    await jest.advanceTimersByTimeAsync(0)
    expect(stopped).not.toHaveBeenCalled()
    await answer(1)
    expect(stopped).toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(saves).toHaveLength(1)
  })

  it("is discarded when all of it is gone again, and only if it was ever saved", async () => {
    const { saver, discarded, answer } = aServer()
    saver.change(null)
    await jest.advanceTimersByTimeAsync(1000)
    expect(discarded).not.toHaveBeenCalled()
    saver.change({ text: "a" })
    await jest.advanceTimersByTimeAsync(1000)
    await answer(1)
    saver.change(null)
    await jest.advanceTimersByTimeAsync(1000)
    expect(discarded).toHaveBeenCalledTimes(1)
    expect(saver.revision).toBe(0)
  })
})
