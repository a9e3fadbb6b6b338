import type { RecipientState } from "../types"
import { recipientsAfter } from "./recipient-outcomes"

const pending = (address: string): RecipientState => ({
  address,
  state: "pending",
  response: null,
})
const refusal = (address: string, permanent: boolean) => ({
  address,
  permanent,
  response: permanent ? "550 No such user" : "450 Greylisted",
})

describe.each([
  ["ann@bücher.example", "ann@xn--bcher-kva.example"],
  ["Ann@Example.COM", "Ann@example.com"],
])("%s, which the envelope has as %s,", (written, inEnvelope) => {
  const after = (outcome: Partial<Parameters<typeof recipientsAfter>[1]>) =>
    recipientsAfter([pending(written)], {
      accepted: [],
      refused: [],
      response: "250 ok",
      ...outcome,
    })[0]

  it("is refused by a 550", () => {
    expect(after({ refused: [refusal(inEnvelope, true)] })).toEqual({
      address: written,
      state: "refused",
      response: "550 No such user",
    })
  })

  it("stays pending after a 450", () => {
    expect(after({ refused: [refusal(inEnvelope, false)] })).toEqual({
      address: written,
      state: "pending",
      response: "450 Greylisted",
    })
  })

  it("is accepted where the server took it", () => {
    expect(after({ accepted: [inEnvelope] })).toEqual({
      address: written,
      state: "accepted",
      response: "250 ok",
    })
  })

  it("stays pending where the server did not speak of it", () => {
    expect(after({ accepted: ["else@example.com"] })).toEqual(pending(written))
  })
})

it("who was served before stays so, whatever is said later", () => {
  const served: RecipientState = {
    address: "mia@shopper.test",
    state: "accepted",
    response: "250 ok",
  }
  const outcome = {
    accepted: [],
    refused: [refusal(served.address, true)],
    response: "",
  }

  expect(recipientsAfter([served], outcome)).toEqual([served])
})
