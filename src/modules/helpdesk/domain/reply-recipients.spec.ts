import { replyRecipients } from "./reply-recipients"

const MIA = "mia@shopper.test"
const OWN = new Set(["support@shop.test"])
const hers = (changes: object = {}) => ({
  kind: "customer",
  from: "Mia@Shopper.test",
  to: ["Support@Shop.test"],
  cc: [] as string[],
  ...changes,
})
const ours = (cc: string[] = []) => ({ kind: "agent", from: null, to: [MIA], cc })

describe("a reply", () => {
  it("goes to the requester alone, whoever was in copy (E-12)", () => {
    const { reply } = replyRecipients(MIA, [hers({ cc: ["ben@home.test"] })], OWN)

    expect(reply).toEqual({ to: [MIA], cc: [] })
  })
})

describe("a reply to all", () => {
  it("adds whom she wrote to besides us, and whom we had in copy", () => {
    const { reply_all } = replyRecipients(
      MIA,
      [
        hers({ to: ["support@shop.test", "Ben@home.test"], cc: ["li@home.test"] }),
        ours(["wh@depot.test"]),
      ],
      OWN
    )

    expect(reply_all).toEqual({
      to: [MIA],
      cc: ["ben@home.test", "li@home.test", "wh@depot.test"],
    })
  })

  it("never writes to the desk itself or to her twice", () => {
    const { reply_all } = replyRecipients(
      MIA,
      [hers({ cc: ["SUPPORT@shop.test", "MIA@shopper.test"] })],
      OWN
    )

    expect(reply_all.cc).toEqual([])
  })

  it("is not widened by a stranger who wrote on the ticket (X-17)", () => {
    const stranger = hers({ from: "eve@else.test", cc: ["more@else.test"] })

    expect(replyRecipients(MIA, [stranger, hers()], OWN).reply_all.cc).toEqual([])
  })

  it("follows her latest mail: whom she left out stays out", () => {
    const { reply_all } = replyRecipients(
      MIA,
      [hers(), hers({ cc: ["ben@home.test"] })],
      OWN
    )

    expect(reply_all.cc).toEqual([])
  })

  it("stops at fifty", () => {
    const cc = Array.from({ length: 60 }, (_, index) => `p${index}@list.test`)

    expect(replyRecipients(MIA, [hers({ cc })], OWN).reply_all.cc).toHaveLength(50)
  })
})
