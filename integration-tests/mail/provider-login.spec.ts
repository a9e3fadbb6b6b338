import { startIngest } from "../support/ingest-process"
import { aCustomer, aMail } from "../support/mail-desk"
import { MAILBOX, startProviderDesk, type ProviderDesk } from "../support/provider-desk"

describe("a mailbox at a provider", () => {
  let desk: ProviderDesk

  beforeAll(async () => {
    desk = await startProviderDesk("mail_provider", {
      flavour: "microsoft",
      strictRotation: true,
    })
  })
  afterAll(() => desk?.stop())

  const deliver = async () =>
    desk.servers.deliver(await aMail({ from: aCustomer() }), MAILBOX)
  const left = () => desk.servers.outside().length

  it("is read and written with the token of a consent, and no password (E-02)", async () => {
    await deliver()
    expect(await desk.poll()).toMatchObject({ fetched: 1, ticketed: 1 })
    const letter = await desk.write("first")
    await desk.drain()

    expect(await desk.letter(letter)).toMatchObject({ state: "sent" })
    expect(left()).toBe(1)
    expect(await desk.account()).toMatchObject({
      state: "ok",
      oauth_provider: "microsoft",
      oauth_connected_as: MAILBOX,
    })
    expect(desk.oauth.refreshes()).toBe(0)
  })

  it("has its token renewed before it ends, and the refresh token that came with it kept", async () => {
    for (const round of [1, 2, 3]) {
      await desk.endToken()
      await desk.poll()
      expect(desk.oauth.refreshes()).toBe(round)
    }
    const sent = desk.oauth.asked.slice(-3).map(({ refresh_token }) => refresh_token)
    expect(new Set(sent).size).toBe(3)
    expect((await desk.account()).oauth_expires_at?.getTime()).toBeGreaterThan(Date.now())
  })

  it("asks the provider once, however many need a token in however many instances", async () => {
    const { compile } = await import("../support/compile.mjs")
    const before = desk.oauth.refreshes()
    const account = await desk.account()
    await desk.endToken()
    const isAsked = new Promise<() => void>((resolve) =>
      desk.oauth.answerNextRefresh((_, usual) => resolve(usual))
    )
    const another = startIngest({
      build: await compile(),
      accountId: desk.accountId,
      boot: desk.boot,
    })
    const answer = await isAsked
    const checks = [1, 2, 3].map(() => desk.mail.checkAccount(account))
    answer()

    expect(await Promise.all(checks)).toEqual(
      Array(3).fill({ imap: { ok: true }, smtp: { ok: true } })
    )
    await another.finished()
    expect(desk.oauth.refreshes()).toBe(before + 1)
  })

  it("renews a token once that the servers refuse before its time", async () => {
    const before = desk.oauth.refreshes()
    await desk.ageToken()
    desk.oauth.dropAccessTokens()
    await deliver()
    expect(await desk.poll()).toMatchObject({ fetched: 1 })
    expect(desk.oauth.refreshes()).toBe(before + 1)

    await desk.ageToken()
    desk.oauth.dropAccessTokens()
    const letter = await desk.write("after-refusal")
    await desk.drain()
    expect(await desk.letter(letter)).toMatchObject({ state: "sent", attempts: 1 })
    expect(desk.oauth.refreshes()).toBe(before + 2)
  })

  it("does not ask for another token when a new one is refused", async () => {
    const before = desk.oauth.refreshes()
    await desk.ageToken(0)
    desk.oauth.dropAccessTokens()

    await expect(desk.poll()).rejects.toThrow()
    expect(desk.oauth.refreshes()).toBe(before)
    expect(await desk.account()).toMatchObject({
      state: "failing",
      last_error: expect.stringMatching(/^The login was refused: .*token is not valid/),
    })
    await desk.ageToken()
    await desk.poll()
    expect(await desk.account()).toMatchObject({ state: "ok" })
  })

  it("waits like for any server when the provider is in trouble, and goes on by itself", async () => {
    await desk.endToken()
    desk.oauth.answerNextRefresh((res) => res.writeHead(503).end("down"))

    await expect(desk.poll()).rejects.toThrow()
    expect(await desk.account()).toMatchObject({
      state: "failing",
      last_error: "Microsoft could not renew the login (HTTP 503). It is tried again",
    })
    desk.oauth.answerNextRefresh((res) => res.destroy())
    await expect(desk.poll()).rejects.toThrow()
    await desk.poll()
    expect(await desk.account()).toMatchObject({ state: "ok", failures: 0 })
  })

  describe("whose consent was taken back", () => {
    let waiting: string

    it("waits for its owner, and asks nobody any more", async () => {
      desk.oauth.revoke()
      await desk.endToken()
      waiting = await desk.write("while-away")
      await expect(desk.poll()).rejects.toThrow()
      const asked = desk.oauth.refreshes()

      expect(await desk.account()).toMatchObject({
        state: "reconnect",
        last_error: expect.stringMatching(
          /^Microsoft no longer accepts the consent \(invalid_grant: .*\)\. Connect the account again$/
        ),
      })
      expect(await desk.mail.accountsDue(10)).not.toContain(desk.accountId)
      await expect(desk.poll()).rejects.toThrow(/Connect the account again/)
      await desk.drain()
      expect(desk.oauth.refreshes()).toBe(asked)
    })

    it("keeps its mail in the queue, without counting attempts", async () => {
      expect(await desk.letter(waiting)).toMatchObject({ state: "queued", attempts: 0 })
    })

    it("goes on where it was once it is connected again", async () => {
      await desk.reconnect()
      expect(await desk.account()).toMatchObject({ state: "new", last_error: null })
      await desk.poll()
      await desk.drain()

      expect(await desk.account()).toMatchObject({ state: "ok" })
      expect(await desk.letter(waiting)).toMatchObject({ state: "sent", attempts: 1 })
    })
  })
})

describe("a mailbox at Google", () => {
  it("keeps its refresh token, which Google gives once", async () => {
    const desk = await startProviderDesk("mail_google", { flavour: "google" })

    for (const round of [1, 2]) {
      await desk.endToken()
      await desk.poll()
      expect(desk.oauth.refreshes()).toBe(round)
    }
    const [first, second] = desk.oauth.asked.slice(-2)
    expect(first.refresh_token).toBe(second.refresh_token)
    await desk.stop()
  })
})

describe("a process that is killed between the provider's answer and writing it down", () => {
  const killedDesk = async (name: string, strictRotation: boolean) => {
    const { compile } = await import("../support/compile.mjs")
    const desk = await startProviderDesk(name, { flavour: "microsoft", strictRotation })
    await desk.endToken()
    const process = startIngest({
      build: await compile(),
      accountId: desk.accountId,
      boot: desk.boot,
    })
    // The provider has done its part; the answer reaches nobody.
    desk.oauth.answerNextRefresh((res, usual) => {
      process.kill()
      process.exited.then(usual)
    })
    await process.exited
    await desk.expireLeases()
    return desk
  }

  it("leaves a usable account, where the old refresh token is still good", async () => {
    const desk = await killedDesk("mail_kill_lenient", false)
    await desk.poll()

    expect(await desk.account()).toMatchObject({ state: "ok" })
    await desk.stop()
  })

  it("leaves one that asks to be connected again, where it is not", async () => {
    const desk = await killedDesk("mail_kill_strict", true)
    await expect(desk.poll()).rejects.toThrow()
    expect(await desk.account()).toMatchObject({ state: "reconnect" })

    await desk.reconnect()
    await desk.poll()
    expect(await desk.account()).toMatchObject({ state: "ok" })
    await desk.stop()
  })
})
