import type { RecipientState } from "../types"
import { deliveryOf } from "./delivery"

const recipient = (changes: Partial<RecipientState> = {}): RecipientState => ({
  address: "mia@shopper.test",
  state: "accepted",
  response: "250 ok",
  ...changes,
})
const failure = {
  at: "2026-11-24T10:00:00.000Z",
  status: "5.1.1",
  permanent: true,
  inbound_mail_id: "imail_1",
}

describe("how a mail's way out stands", () => {
  it("sent, and nothing else", () => {
    expect(
      deliveryOf({ state: "sent", recipients: [recipient()], last_response: "250 ok" })
    ).toEqual({ state: "sent", error: null, failures: [] })
  })

  it("bounced, in the words of the server that sent it back", () => {
    expect(
      deliveryOf({
        state: "sent",
        recipients: [
          recipient({ address: "bo@shopper.test" }),
          recipient({ state: "bounced", response: "No such user", failure }),
        ],
        last_response: "250 ok",
      })
    ).toEqual({
      state: "bounced",
      error: "No such user",
      failures: [
        {
          address: "mia@shopper.test",
          state: "bounced",
          response: "No such user",
          ...failure,
        },
      ],
    })
  })

  it("sent, with what was refused to one recipient", () => {
    expect(
      deliveryOf({
        state: "sent",
        recipients: [recipient({ state: "refused", response: "550 no" })],
        last_response: "550 no",
      })
    ).toMatchObject({ state: "sent", error: "550 no", failures: [{ permanent: true }] })
  })

  it("sent, while a server still tries", () => {
    expect(
      deliveryOf({
        state: "sent",
        recipients: [recipient({ state: "delayed", response: "4.4.1 later", failure })],
        last_response: "250 ok",
      })
    ).toMatchObject({ state: "sent", error: null, failures: [{ state: "delayed" }] })
  })

  it.each(["failed", "dead", "cancelled"] as const)("%s, and why", (state) => {
    expect(
      deliveryOf({ state, recipients: [recipient()], last_response: "421 busy" })
    ).toMatchObject({ state, error: "421 busy" })
  })
})
