import { repeatedTicket } from "./repetition"

const earlier = [
  {
    ticket_id: "tick_2",
    subject: "Re: [Case 77] Your request",
    body_text: "Thank you for writing. Your request 77 of 1 May was received.",
  },
  { ticket_id: "tick_1", subject: "Parcel", body_text: "ok" },
]

describe("a mail of somebody who was answered automatically all day", () => {
  it("that says the same again, apart from numbers, repeats that ticket", () => {
    expect(
      repeatedTicket(
        {
          subject: "Re: Re: [Case 78] Your request",
          body_text: "Thank you for writing.\nYour request 78 of 2 May was received!",
        },
        earlier
      )
    ).toBe("tick_2")
  })

  it("that says something else is a matter of its own", () => {
    expect(
      repeatedTicket(
        { subject: "Your request", body_text: "My teapot has a crack, what can I do?" },
        earlier
      )
    ).toBeNull()
  })

  it("of a word or two repeats only under the same subject", () => {
    expect(repeatedTicket({ subject: "Re: Parcel", body_text: "OK." }, earlier)).toBe(
      "tick_1"
    )
    expect(repeatedTicket({ subject: "Teapot", body_text: "OK." }, earlier)).toBeNull()
  })
})
