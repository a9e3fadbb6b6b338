import { Modules } from "@medusajs/framework/utils"
import { MAIL_MODULE } from "../../src/modules/mail"
import { watchMail } from "../../src/workflows/mail-health/watch-mail"
import { startMailDesk, SUPPORT, type MailDesk } from "../support/mail-desk"

describe("a mail server that refuses the login", () => {
  let desk: MailDesk

  beforeAll(async () => {
    desk = await startMailDesk("mail_alerts")
  })
  afterAll(() => desk?.stop())

  const mail = () => desk.container.resolve(MAIL_MODULE)
  const change = (password: string) =>
    mail().updateMailAccount(desk.accountId, { imap_password: password })
  /** As three instances do, each at its own time. */
  const watch = () => Promise.all([1, 2, 3].map(() => watchMail(desk.container)))
  const feed = async () =>
    (await desk.container.resolve(Modules.NOTIFICATION).listNotifications()).map(
      ({ to, channel, data }) => ({
        to,
        channel,
        title: data?.title,
        description: data?.description,
      })
    )
  const refusedPoll = async () => {
    await expect(desk.poll()).rejects.toThrow()
    await watch()
  }

  it("is not worth a word the first time", async () => {
    await change("wrong")
    await refusedPoll()

    expect(await mail().openAlerts()).toEqual([])
    expect(await feed()).toEqual([])
  })

  it("the second time is told to every agent, once, in the server's words", async () => {
    await refusedPoll()
    await watch()

    const [alert, ...others] = await mail().openAlerts()
    expect(others).toEqual([])
    expect(alert).toMatchObject({ kind: "account", address: SUPPORT })
    expect(alert.words).toMatch(/^The login was refused: /)
    expect(await feed()).toEqual([
      {
        to: "",
        channel: "feed",
        title: `Mail account ${SUPPORT} cannot be read`,
        description: alert.words,
      },
    ])
  })

  it("again and again is not told again", async () => {
    await refusedPoll()
    await refusedPoll()

    expect(await feed()).toHaveLength(1)
    expect(await mail().openAlerts()).toHaveLength(1)
  })

  it("until it accepts it is told once that the account works again", async () => {
    await change(desk.mailboxes.login("support").password)
    await desk.poll()
    await watch()
    await watch()

    expect(await mail().openAlerts()).toEqual([])
    expect((await feed()).map(({ title }) => title).sort()).toEqual([
      `Mail account ${SUPPORT} cannot be read`,
      `Mail account ${SUPPORT} works again`,
    ])
  })

  it("and whose account is switched off then, is not told to have recovered", async () => {
    await change("wrong")
    await refusedPoll()
    await refusedPoll()
    await mail().updateMailAccount(desk.accountId, { enabled: false })
    await watch()

    expect(await mail().openAlerts()).toEqual([])
    expect(
      (await feed()).filter(({ title }) => String(title).includes("works again"))
    ).toHaveLength(1)
  })
})
