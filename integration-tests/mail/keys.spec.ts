import { MAIL_MODULE } from "../../src/modules/mail"
import { keyringOf } from "../../src/modules/mail/domain/secret-box"
import rekeySecrets from "../../src/jobs/rekey-secrets"
import { watchMail } from "../../src/workflows/mail-health/watch-mail"
import { aCustomer, aMail, startMailDesk, type MailDesk } from "../support/mail-desk"

const key = (byte: number) => Buffer.alloc(32, byte).toString("base64")

describe("the key of the passwords", () => {
  let desk: MailDesk

  beforeAll(async () => {
    desk = await startMailDesk("mail_keys")
    await setKeys(key(1))
    const { password } = desk.mailboxes.login("support")
    await mail().updateMailAccount(desk.accountId, {
      imap_password: password,
      smtp_password: "unused",
    })
  })
  afterAll(() => desk?.stop())

  const mail = () => desk.container.resolve(MAIL_MODULE)
  /** As after a restart with these keys. */
  const setKeys = (...keys: string[]) => {
    mail().options.keyring = keyringOf(keys)
  }
  const onDatabase = async (statement: string, values: string[] = []) => {
    const { onDatabase: run } = await import("../support/databases.mjs")
    return run(
      desk.boot.databaseUrl,
      async (database) => (await database.query(statement, values)).rows
    )
  }
  const keyIds = async () =>
    (await onDatabase("select sealed from crm_mail_secret")).map(
      ({ sealed }) => sealed.split(".")[1]
    )

  it("is changed by putting a new one in front: the job moves every secret to it (C3)", async () => {
    const [oldId] = keyringOf([key(1)]).map(({ id }) => id)
    const [newId] = keyringOf([key(2)]).map(({ id }) => id)
    expect(await keyIds()).toEqual([oldId, oldId])

    setKeys(key(2), key(1))
    await desk.poll()
    mail().options.backgroundJobs = true
    await rekeySecrets(desk.container)
    mail().options.backgroundJobs = false
    expect(await keyIds()).toEqual([newId, newId])

    setKeys(key(2))
    await desk.poll()
    expect(await desk.account()).toMatchObject({ state: "ok" })
  })

  describe("that is not the right one", () => {
    let letter: string

    it("pauses the account, and says which option to look at", async () => {
      const customer = aCustomer()
      desk.deliver(await aMail({ from: customer }))
      await desk.poll()
      const [ticket] = await desk.ticketsOf(customer)
      setKeys(key(3))
      await expect(desk.poll()).rejects.toThrow()
      const { message_id } = await desk.reply(ticket.id, {})
      await desk.drain()
      letter = (await desk.outbox(message_id))[0].id

      expect(await desk.account()).toMatchObject({
        state: "locked",
        last_error:
          "Its password was encrypted with a key that is not configured. Add that key to the option encryptionKey again, or enter the password anew",
      })
    })

    it("is told to every agent", async () => {
      await watchMail(desk.container)

      expect(await mail().openAlerts()).toMatchObject([
        { kind: "account", words: expect.stringContaining("encryptionKey") },
      ])
    })

    it("deletes nothing, and counts no attempt for the mail that waits", async () => {
      await rekeySecrets(desk.container)

      expect(await onDatabase("select * from crm_mail_secret")).toHaveLength(2)
      expect(await mail().retrieveCrmOutboundMail(letter)).toMatchObject({
        state: "queued",
        attempts: 0,
      })
    })

    it("is forgotten once the right one is back: all goes on by itself", async () => {
      const { last_polled_at, next_poll_at } = await desk.account()
      expect(Number(next_poll_at) - Number(last_polled_at)).toBeLessThan(61_000)

      setKeys(key(2))
      await desk.poll()
      await desk.drain()

      expect(await desk.account()).toMatchObject({ state: "ok", last_error: null })
      expect(await mail().retrieveCrmOutboundMail(letter)).toMatchObject({
        state: "sent",
      })
    })

    it("does not keep a password from being entered anew", async () => {
      setKeys(key(4))
      const account = await desk.account()
      const { password } = desk.mailboxes.login("support")
      const typed = { imap_password: password, smtp_password: null }

      expect((await mail().checkAccount(account, typed)).imap).toEqual({ ok: true })
      await mail().updateMailAccount(desk.accountId, typed)
      await desk.poll()
      expect(await desk.account()).toMatchObject({ state: "ok" })
    })
  })

  it("opens no secret in another place: a swapped one locks its account", async () => {
    const { password } = desk.mailboxes.login("support")
    await mail().updateMailAccount(desk.accountId, { smtp_password: password })
    await onDatabase(
      `update crm_mail_secret set sealed =
         (select sealed from crm_mail_secret where name = 'smtp_password')
       where name = 'imap_password'`
    )
    await expect(desk.poll()).rejects.toThrow()

    expect(await desk.account()).toMatchObject({
      state: "locked",
      last_error: expect.stringMatching(/altered or belongs to another account/),
    })
  })
})
