import { noticeText, NOTICE_KINDS, wantsMail } from "./notice"

describe("a notice", () => {
  it("names who did it, the ticket and its subject, and no word of a message", () => {
    expect(
      noticeText("mentioned", { number: 1000001, subject: "Parcel", actor: "Ada" })
    ).toEqual({ title: "Ada mentioned you on #1000001", description: "Parcel" })
  })

  it.each(NOTICE_KINDS)("has words for %s, also when the clock did it", (kind) => {
    const { title } = noticeText(kind, { number: 1000001, subject: "x", actor: null })

    expect(title).toContain("#1000001")
    expect(title).not.toContain("null")
  })
})

describe("an agent who wants mail", () => {
  it.each([
    ["all", "followed_customer", true],
    ["all", "mentioned", true],
    ["mentions", "mentioned", true],
    ["mentions", "notified", true],
    ["mentions", "copied", true],
    ["mentions", "followed_customer", false],
    ["mentions", "solution", false],
    ["none", "mentioned", false],
  ] as const)("of %s gets %s: %s", (wish, kind, wanted) => {
    expect(wantsMail(wish, kind)).toBe(wanted)
  })
})
