import { MAIL_MODULE } from "../../src/modules/mail"
import { aCustomer, aMail, startMailDesk, type MailDesk } from "../support/mail-desk"

describe("a mailbox with more mail than one batch", () => {
  let desk: MailDesk

  beforeAll(async () => {
    desk = await startMailDesk("mail_backlog_progress")
  })
  afterAll(() => desk?.stop())

  it("says while it is read how much was fetched and how much still waits", async () => {
    const all = 150
    for (let number = 0; number < all; number++) {
      desk.deliver(await aMail({ from: aCustomer() }))
    }
    const mail = desk.container.resolve(MAIL_MODULE)
    const seen: { fetched: number; waiting: number; isPolled: boolean }[] = []

    await mail.pollAccount(desk.accountId, async () => {
      const { poll_fetched, backlog } = await desk.account()
      const { polled_now } = await mail.mailHealthFacts()

      seen.push({
        fetched: poll_fetched,
        waiting: backlog,
        isPolled: polled_now.has(desk.accountId),
      })
    })

    expect(seen.length).toBeGreaterThan(1)
    expect(seen.every(({ fetched, waiting }) => fetched + waiting === all)).toBe(true)
    expect(seen.every(({ isPolled }) => isPolled)).toBe(true)
    expect(seen.at(-1)).toMatchObject({ fetched: all, waiting: 0 })
    expect((await mail.mailHealthFacts()).polled_now.size).toBe(0)
  })
})
