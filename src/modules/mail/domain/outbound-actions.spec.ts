import { actionsOn, refusalOf } from "./outbound-actions"
import type { OutboundState } from "./outbound-state"

const mail = (
  state: OutboundState,
  recipient: "accepted" | "bounced" | "refused" = "accepted"
) => ({
  state,
  recipients: [{ state: "accepted" as const }, { state: recipient }],
})

describe("what may be asked of a mail in the outbox", () => {
  it.each([
    ["held", ["cancel", "hold", "release"]],
    ["queued", ["cancel", "hold"]],
    ["failed", ["retry", "cancel", "hold"]],
    ["dead", ["retry"]],
    ["cancelled", ["retry"]],
    ["sending", []],
    ["sent", []],
  ] as const)("that is %s: %j", (state, actions) => {
    expect(actionsOn(mail(state))).toEqual(actions)
  })

  it.each(["bounced", "refused"] as const)(
    "that was sent and %s by one of its recipients: to be sent again to that one",
    (recipient) => {
      expect(actionsOn(mail("sent", recipient))).toEqual(["retry"])
    }
  )
})

describe("a refusal says how the mail stands", () => {
  it.each([
    ["cancel", "sent", "This mail was sent: it cannot be cancelled"],
    ["hold", "sending", "This mail is leaving right now: it cannot be held back"],
    [
      "release",
      "queued",
      "This mail is about to leave: only a held mail can be released",
    ],
    ["retry", "held", "This mail is held back until its time. Release it to send it now"],
    [
      "retry",
      "sent",
      "This mail was sent to all its recipients: there is nobody to send it to again",
    ],
  ] as const)("%s of one that is %s", (action, state, words) => {
    expect(refusalOf(action, mail(state))).toBe(words)
  })
})
