import type { Draft } from "../../api/admin/crm/tickets/[id]/draft/contract"
import {
  draftOf,
  emptyDraft,
  fieldsOf,
  isEmpty,
  messagesSince,
  replyBody,
  versioned,
  type ReplyDraft,
} from "./reply-draft"

const FILE = { id: "a", filename: "a.pdf", mime_type: "application/pdf", size: 1 }
const EMPTY = emptyDraft("rich")
const written: ReplyDraft = {
  ...EMPTY,
  reply: {
    ...EMPTY.reply,
    html: "<p>Dear <strong>Anna</strong></p>",
    text: "Dear Anna",
    to: "anna@home.test",
    cc: "ben@home.test; li@home.test",
    files: [FILE],
    signatureId: null,
    statusAfter: "pending",
    more: { keep_in_my_tickets: true },
  },
  note: { ...EMPTY.note, body: "She called.", source: "phone_call", durationSeconds: 61 },
  version: 3,
}
const saved = (draft: ReplyDraft): Draft => ({
  ...fieldsOf(draft),
  attachments: [FILE],
  revision: 1,
  updated_at: "2026-05-04T09:00:00.000Z",
  ticket_changes: [],
})

describe("a draft", () => {
  it("comes back as it was left, on another device too (E-09)", () => {
    expect(draftOf(saved(written), "plain")).toEqual({
      ...written,
      reply: { ...written.reply, cc: "ben@home.test, li@home.test" },
    })
  })

  it("of a plain reply stays plain", () => {
    const plain = { ...EMPTY, reply: { ...emptyDraft("plain").reply, text: "Hi" } }

    expect(draftOf(saved(plain), "rich").reply).toMatchObject({
      format: "plain",
      text: "Hi",
    })
  })

  it("with a note alone opens on the note", () => {
    const note = { ...EMPTY, note: { ...EMPTY.note, body: "She called." } }

    expect(fieldsOf(note)).toEqual({
      note: {
        body_text: "She called.",
        source: "other",
        duration_seconds: null,
        attachment_ids: [],
        signature_id: null,
      },
    })
    expect(draftOf(saved(note), "rich").mode).toBe("note")
  })

  it("of nothing is none", () => {
    expect(fieldsOf(EMPTY)).toBeNull()
    expect(
      fieldsOf({ ...EMPTY, reply: { ...EMPTY.reply, html: "", text: " " } })
    ).toBeNull()
    expect(draftOf(null, "rich")).toEqual(EMPTY)
  })

  it("is not empty with a recipient and no words", () => {
    expect(isEmpty({ ...EMPTY, reply: { ...EMPTY.reply, bcc: "bo@shop.test" } })).toBe(
      false
    )
  })

  it("is not empty with a file and no words", () => {
    expect(isEmpty({ ...EMPTY, note: { ...EMPTY.note, files: [FILE] } })).toBe(false)
  })
})

describe("a reply that is sent", () => {
  it("says what was chosen, and nothing that was not", () => {
    expect(replyBody(written.reply, { status: "closed", version: 3 })).toEqual({
      body_html: "<p>Dear <strong>Anna</strong></p>",
      to: ["anna@home.test"],
      cc: ["ben@home.test", "li@home.test"],
      attachment_ids: ["a"],
      signature_id: null,
      keep_in_my_tickets: true,
      status_after: "closed",
      expected_version: 3,
    })
    expect(
      replyBody(
        { ...emptyDraft("plain").reply, text: "Hi" },
        { status: "open", version: 1 }
      )
    ).toEqual({ body_text: "Hi", status_after: "open", expected_version: 1 })
  })
})

describe("what the agent has read", () => {
  it("is the version at the first word", () => {
    expect(versioned({ ...written, version: null }, 3).version).toBe(3)
    expect(versioned(written, 5).version).toBe(3)
  })

  it("starts again with an empty page", () => {
    expect(versioned({ ...EMPTY, version: 3 }, 5).version).toBeNull()
  })

  it("leaves the messages that came since", () => {
    const [e, d, c] = [5, 4, 3].map((version) => ({ version }))
    const scheduled = { version: null }

    expect(messagesSince([scheduled, e, d, c], 3)).toEqual([e, d])
    expect(messagesSince([c], 3)).toEqual([])
    expect(messagesSince([c], null)).toEqual([])
  })
})
