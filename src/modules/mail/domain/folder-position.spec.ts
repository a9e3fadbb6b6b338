import { resumeAfter, type FolderNumbers } from "./folder-position"

const position = { uid_validity: "7", last_uid: 100 }
const folder = (numbers: Partial<FolderNumbers> = {}): FolderNumbers => ({
  uid_validity: "7",
  uid_next: 101,
  highest_uid: 100,
  ...numbers,
})

describe("a folder", () => {
  it("that was never read is read from its beginning", () => {
    expect(resumeAfter(null, folder())).toEqual({ last_uid: 0, restart: null })
  })

  it("is read on from where it was left", () => {
    expect(resumeAfter(position, folder({ uid_next: 140, highest_uid: 139 }))).toEqual({
      last_uid: 100,
      restart: null,
    })
  })

  it("that was numbered anew is read from its beginning", () => {
    expect(resumeAfter(position, folder({ uid_validity: "8" }))).toEqual({
      last_uid: 0,
      restart: "renumbered",
    })
  })

  it("whose newest mails were deleted is read on from where it was left", () => {
    expect(resumeAfter(position, folder({ highest_uid: 12 }))).toMatchObject({
      restart: null,
    })
    expect(resumeAfter(position, folder({ highest_uid: null }))).toMatchObject({
      restart: null,
    })
  })

  it("that came back from a backup is read from its beginning", () => {
    expect(resumeAfter(position, folder({ uid_next: 61, highest_uid: 60 }))).toEqual({
      last_uid: 0,
      restart: "set_back",
    })
    expect(resumeAfter(position, folder({ uid_next: 1, highest_uid: null }))).toEqual({
      last_uid: 0,
      restart: "set_back",
    })
  })

  it("whose server is wrong about its next number is read on from where it was left", () => {
    expect(resumeAfter(position, folder({ uid_next: 5, highest_uid: 100 }))).toEqual({
      last_uid: 100,
      restart: null,
    })
  })

  it("whose server names no next number is read on from where it was left", () => {
    expect(resumeAfter(position, folder({ uid_next: null, highest_uid: 3 }))).toEqual({
      last_uid: 100,
      restart: null,
    })
  })
})
