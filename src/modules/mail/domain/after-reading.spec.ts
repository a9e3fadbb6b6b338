import { assertAfterReading } from "./after-reading"

const choice = { imap_folder: "INBOX", after_reading_folder: null } as const

it.each(["keep", "mark_seen", "delete"] as const)(
  "%s needs no folder",
  (after_reading) => {
    expect(() => assertAfterReading({ ...choice, after_reading })).not.toThrow()
  }
)

describe("moving mails", () => {
  const moveTo = (after_reading_folder: string | null) => () =>
    assertAfterReading({ ...choice, after_reading: "move", after_reading_folder })

  it("needs a folder", () => {
    expect(moveTo(null)).toThrow(
      "Name the folder that mails are moved to: after_reading_folder"
    )
  })

  it("needs another folder than the one that is read", () => {
    expect(moveTo("inbox")).toThrow(/cannot be moved to the folder they are read from/)
    expect(moveTo("Done")).not.toThrow()
  })
})
