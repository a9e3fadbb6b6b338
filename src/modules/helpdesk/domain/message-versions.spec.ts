import { messageVersions, unseenMessages } from "./message-versions"

const said = { hold: null }
const held = { hold: "undo" }
const scheduled = { hold: "scheduled" }

describe("the versions of a ticket's messages", () => {
  it("go up by one from the oldest to the newest", () => {
    expect(messageVersions([said, said, said], 3, [])).toEqual([3, 2, 1])
  })

  it("count a reply that can still be taken back: it was said", () => {
    expect(messageVersions([held, said], 2, [])).toEqual([2, 1])
  })

  it("leave out what is scheduled", () => {
    expect(messageVersions([scheduled, said], 1, [])).toEqual([null, 1])
  })

  it("leave out what was taken back", () => {
    expect(messageVersions([said, said], 4, [2, 3])).toEqual([4, 1])
  })
})

describe("what somebody has not read", () => {
  it.each([
    [3, 3, [], 0],
    [2, 3, [], 1],
    [2, 3, [3], 0],
    [1, 4, [2], 2],
    [3, 4, [2], 1],
    [5, 3, [], 0],
  ])(
    "up to version %i of %i, of which %j were taken back, are %i messages",
    (read, is, vacated, unseen) => {
      expect(unseenMessages(read, is, vacated)).toBe(unseen)
    }
  )
})
