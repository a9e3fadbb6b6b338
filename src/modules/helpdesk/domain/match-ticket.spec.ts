import {
  bareSubject,
  matchTicket,
  numberInSubject,
  subjectWithNumber,
} from "./match-ticket"

const PARTICIPANT = "mia@shopper.test"
const STRANGER = "eve@elsewhere.test"

const candidates = {
  byMessage: new Map([["tmsg_ours", "tick_1"]]),
  byReference: new Map([["hers@mail.test", "tick_1"]]),
  byNumber: new Map([[1000001, "tick_1"]]),
  participants: new Map([["tick_1", new Set([PARTICIPANT])]]),
}

const mail = (changes: Partial<Parameters<typeof matchTicket>[0]> = {}) => ({
  sender: PARTICIPANT,
  signed: [],
  references: [],
  subject: "",
  ...changes,
})

describe("a mail that names a message we signed", () => {
  it("belongs to that message's ticket", () => {
    expect(matchTicket(mail({ signed: ["tmsg_ours"] }), candidates)).toEqual({
      ticket_id: "tick_1",
      by: "signed_reference",
      is_third_party: false,
    })
  })

  it("from a stranger joins as a third party only", () => {
    expect(
      matchTicket(mail({ sender: STRANGER, signed: ["tmsg_ours"] }), candidates)
    ).toMatchObject({ ticket_id: "tick_1", is_third_party: true })
  })

  it("of an unknown ticket falls back to its other references", () => {
    expect(
      matchTicket(
        mail({ signed: ["tmsg_gone"], references: ["hers@mail.test"] }),
        candidates
      )
    ).toMatchObject({ by: "reference" })
  })
})

describe("a mail that names another mail of the ticket", () => {
  it("belongs to the ticket when a participant wrote it", () => {
    expect(
      matchTicket(mail({ references: ["hers@mail.test"] }), candidates)
    ).toMatchObject({
      ticket_id: "tick_1",
      by: "reference",
    })
  })

  it("is a new ticket when anyone else did: a Message-ID can be guessed", () => {
    expect(
      matchTicket(mail({ sender: STRANGER, references: ["hers@mail.test"] }), candidates)
    ).toBeNull()
  })
})

describe("a mail with the ticket's number in its subject", () => {
  it("belongs to the ticket when a participant wrote it", () => {
    expect(
      matchTicket(mail({ subject: "Re: [#1000001] Parcel" }), candidates)
    ).toMatchObject({
      ticket_id: "tick_1",
      by: "number",
    })
  })

  it.each([STRANGER, null])("from %s is a new ticket", (sender) => {
    expect(
      matchTicket(mail({ sender, subject: "Re: [#1000001] x" }), candidates)
    ).toBeNull()
  })
})

it("a mail that names nothing is a new ticket", () => {
  expect(matchTicket(mail({ subject: "Hello" }), candidates)).toBeNull()
})

describe("the number in a subject", () => {
  it.each([
    ["Re: [#1000123] Parcel", 1000123],
    ["about #1000123", 1000123],
    ["#1000123: parcel", 1000123],
    ["#999 and [#1000123]", 1000123],
    ["order #12", null],
    ["1000123", null],
    ["x#1000123", null],
    ["#10001234567890", null],
    ["", null],
  ])("%s is %s", (subject, number) => {
    expect(numberInSubject(subject)).toBe(number)
  })
})

it("the number is put into a subject once", () => {
  expect(subjectWithNumber("Parcel", 1000001)).toBe("[#1000001] Parcel")
  expect(subjectWithNumber("[#1000001] Parcel", 1000001)).toBe("[#1000001] Parcel")
})

it("a new ticket's subject loses reply markers and our own", () => {
  expect(bareSubject("Re: AW: [#1000001]  Where is   it?")).toBe("Where is it?")
  expect(bareSubject("Refund: please")).toBe("Refund: please")
})
