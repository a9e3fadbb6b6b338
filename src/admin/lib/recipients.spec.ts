import type { Ticket } from "../../api/admin/crm/tickets/contract"
import { linesFor, newAddresses, whomOf } from "./recipients"
import { emptyDraft } from "./reply-draft"

const MIA = "mia@shopper.test"
const ticket: Pick<Ticket, "requester" | "participants" | "messages" | "recipients"> = {
  requester: { name: "Mia", email: MIA },
  participants: [
    { name: "", email: "ben@home.test", role: "cc" },
    { name: "", email: "eve@else.test", role: "third_party" },
  ],
  messages: [],
  recipients: {
    reply: { to: [MIA], cc: [] },
    reply_all: { to: [MIA], cc: ["ben@home.test"] },
  },
}
const reply = (changes: object) => ({ ...emptyDraft("rich").reply, ...changes })

describe("whom a reply goes to", () => {
  it("is warned of when it is new to the ticket, a stranger who wrote too (X-17)", () => {
    expect(newAddresses(ticket, reply({ cc: "Ben@home.test" }))).toEqual([])
    expect(
      newAddresses(
        ticket,
        reply({
          to: "depot@partner.test",
          cc: "eve@else.test",
          bcc: "depot@partner.test",
        })
      )
    ).toEqual(["depot@partner.test", "eve@else.test"])
  })

  it("is the requester, or all, and one is told from the other (E-12)", () => {
    expect(linesFor(ticket, "reply")).toEqual({ to: null, cc: "" })
    expect(linesFor(ticket, "reply_all")).toEqual({ to: null, cc: "ben@home.test" })
    expect(whomOf(ticket, { to: null, cc: "" })).toBe("reply")
    expect(whomOf(ticket, { to: MIA, cc: "BEN@home.test" })).toBe("reply_all")
    expect(whomOf(ticket, { to: "x@y.test", cc: "" })).toBeNull()
  })
})
