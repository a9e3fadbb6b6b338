import { loopReason, loopToken } from "./loop-signs"

const KEY = Buffer.alloc(32, 1)
const TOKEN = loopToken(KEY)
const mail = (changes: object = {}) => ({ received_hops: 3, loop_tokens: [], ...changes })

describe("a mail that goes in a circle", () => {
  it("is told by the servers it passed through", () => {
    expect(loopReason(mail({ received_hops: 50 }), TOKEN)).toBeNull()
    expect(loopReason(mail({ received_hops: 51 }), TOKEN)).toBe(
      "It passed through 51 mail servers: it goes in a circle"
    )
  })

  it("is told by our own X-Loop, and by no other", () => {
    expect(loopReason(mail({ loop_tokens: ["yes", ` ${TOKEN} `] }), TOKEN)).toBe(
      "An automatic mail of this desk came back to it (X-Loop)"
    )
    expect(
      loopReason(mail({ loop_tokens: [loopToken(Buffer.alloc(32, 2))] }), TOKEN)
    ).toBeNull()
  })
})
