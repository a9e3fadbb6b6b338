import { EMPTY_DRAFT, isEmpty, messagesSince, readDraft, versioned } from "./reply-draft"

const written = { ...EMPTY_DRAFT, reply: { ...EMPTY_DRAFT.reply, body: "Dear Anna" } }

describe("a draft", () => {
  it("comes back as it was left", () => {
    expect(readDraft(JSON.stringify({ ...written, version: 3 }))).toEqual({
      ...written,
      version: 3,
    })
  })

  it("is empty when nothing readable was left", () => {
    expect(readDraft(null)).toEqual(EMPTY_DRAFT)
    expect(readDraft("{")).toEqual(EMPTY_DRAFT)
    expect(readDraft('{"mode":"shout","reply":{}}')).toEqual(EMPTY_DRAFT)
  })

  it("is not empty with a file and no words", () => {
    const file = { id: "a", filename: "a.pdf", mime_type: "application/pdf", size: 1 }
    expect(
      isEmpty({ ...EMPTY_DRAFT, note: { ...EMPTY_DRAFT.note, files: [file] } })
    ).toBe(false)
  })
})

describe("what the agent has read", () => {
  it("is the version at the first word", () => {
    expect(versioned(written, 3).version).toBe(3)
    expect(versioned({ ...written, version: 3 }, 5).version).toBe(3)
  })

  it("starts again with an empty page", () => {
    expect(versioned({ ...EMPTY_DRAFT, version: 3 }, 5).version).toBeNull()
  })

  it("leaves the messages that came since", () => {
    const [e, d, c] = [5, 4, 3].map((version) => ({ version }))
    const scheduled = { version: null }

    expect(messagesSince([scheduled, e, d, c], 3)).toEqual([e, d])
    expect(messagesSince([c], 3)).toEqual([])
    expect(messagesSince([c], null)).toEqual([])
  })
})
