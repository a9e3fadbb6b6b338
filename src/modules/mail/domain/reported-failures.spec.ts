import type { RecipientState } from "../types"
import { withBounce, type ReportedRecipient } from "./reported-failures"

const accepted = (address: string): RecipientState => ({
  address,
  state: "accepted",
  response: "250 ok",
})
const report = (changes: Partial<ReportedRecipient> = {}): ReportedRecipient => ({
  address: "mia@shopper.test",
  status: "5.1.1",
  permanent: true,
  response: "550 5.1.1 No such user",
  is_delayed: false,
  ...changes,
})
const bounce = (...recipients: ReportedRecipient[]) => ({
  inbound_mail_id: "imail_1",
  at: "2026-11-24T10:00:00.000Z",
  recipients,
})
const MIA = accepted("Mia@shopper.test")
const BO = accepted("bo@shopper.test")

describe("a bounce", () => {
  it("is shown on the recipient it names, in the server's words, and on no other", () => {
    const { recipients, failed } = withBounce([MIA, BO], bounce(report()))

    expect(recipients).toEqual([
      {
        address: "Mia@shopper.test",
        state: "bounced",
        response: "550 5.1.1 No such user",
        failure: {
          at: "2026-11-24T10:00:00.000Z",
          status: "5.1.1",
          permanent: true,
          inbound_mail_id: "imail_1",
        },
      },
      BO,
    ])
    expect(failed).toEqual([expect.objectContaining({ address: "Mia@shopper.test" })])
  })

  it("about somebody who never got the mail changes nothing", () => {
    expect(
      withBounce([MIA, BO], bounce(report({ address: "victim@elsewhere.test" })))
    ).toEqual({ recipients: [MIA, BO], failed: [] })
  })

  it("about a forwarded address is that of the one recipient", () => {
    const { recipients } = withBounce([MIA], bounce(report({ address: "mia@new.test" })))

    expect(recipients[0]).toMatchObject({ address: "Mia@shopper.test", state: "bounced" })
  })

  it("that names nobody is that of the one recipient, and may pass", () => {
    const { recipients, failed } = withBounce([MIA], bounce())

    expect(recipients[0]).toMatchObject({
      state: "bounced",
      failure: { permanent: false },
    })
    expect(failed).toHaveLength(1)
    expect(withBounce([MIA, BO], bounce()).failed).toEqual([])
  })
})

describe("a delay", () => {
  const delay = report({ status: "4.4.1", permanent: false, is_delayed: true })

  it("is no failure", () => {
    const { recipients, failed } = withBounce([MIA], bounce(delay))

    expect(recipients[0].state).toBe("delayed")
    expect(failed).toEqual([])
  })

  it("that is told after the failure does not take it back", () => {
    const { recipients } = withBounce([MIA], bounce(report()))

    expect(withBounce(recipients, bounce(delay)).recipients).toEqual(recipients)
  })
})

it("a recipient that was refused at once cannot bounce", () => {
  const refused = { ...MIA, state: "refused" as const }

  expect(withBounce([refused], bounce(report()))).toEqual({
    recipients: [refused],
    failed: [],
  })
})
