import { MAIL_MODULE } from "../../src/modules/mail"
import {
  MailUnreadableError,
  type ReaderPool,
} from "../../src/modules/mail/mime/reader-pool"
import { aCustomer, aMail, startMailDesk, type MailDesk } from "../support/mail-desk"

type OnServer = { uid: number; subject: string; flags: string[] }

/** What another mail program sees in a folder. */
async function inFolder(desk: MailDesk, folder: string): Promise<OnServer[]> {
  const client = desk.mailboxes.client("support")
  const found: OnServer[] = []

  await client.connect()
  await client.mailboxOpen(folder, { readOnly: true })
  for await (const { uid, envelope, flags } of client.fetch("1:*", {
    uid: true,
    envelope: true,
    flags: true,
  })) {
    found.push({
      uid,
      subject: envelope?.subject ?? "",
      flags: [...(flags ?? [])].filter((flag) => flag !== "\\Recent"),
    })
  }
  await client.logout()
  return found
}

const subjects = async (desk: MailDesk, folder: string) =>
  (await inFolder(desk, folder)).map(({ subject }) => subject)

async function asAnotherProgram(
  desk: MailDesk,
  work: (client: ReturnType<MailDesk["mailboxes"]["client"]>) => Promise<unknown>
) {
  const client = desk.mailboxes.client("support")
  await client.connect()
  await client.mailboxOpen("INBOX")
  await work(client)
  await client.logout()
}

const choose = (desk: MailDesk, after_reading: string, folder: string | null = null) =>
  desk.container.resolve(MAIL_MODULE).updateMailAccount(desk.accountId, {
    after_reading: after_reading as "keep",
    after_reading_folder: folder,
  })

describe("a mail that was read", () => {
  let desk: MailDesk

  beforeAll(async () => {
    desk = await startMailDesk("mail_after_reading")
  })
  afterAll(() => desk?.stop())

  const deliver = async (subject: string) =>
    desk.deliver(await aMail({ from: aCustomer(), subject }))

  it("stays on the server as it is, unless something else was chosen", async () => {
    await deliver("kept")
    await desk.poll()

    expect(await inFolder(desk, "INBOX")).toMatchObject([{ subject: "kept", flags: [] }])
  })

  it("is marked as read, and what was read before the choice is left alone", async () => {
    await choose(desk, "mark_seen")
    await deliver("seen")
    await desk.poll()

    expect(await inFolder(desk, "INBOX")).toMatchObject([
      { subject: "kept", flags: [] },
      { subject: "seen", flags: ["\\Seen"] },
    ])
    expect(await desk.account()).toMatchObject({ after_reading_error: null })
  })

  it("is moved to a folder, by its UID", async () => {
    await asAnotherProgram(desk, (client) => client.mailboxCreate("Done"))
    await choose(desk, "move", "Done")
    await deliver("moved")
    await desk.poll()

    expect(await subjects(desk, "INBOX")).toEqual(["kept", "seen"])
    expect(await subjects(desk, "Done")).toEqual(["moved"])
  })

  it("is deleted, and what another program has marked as deleted is not", async () => {
    await asAnotherProgram(desk, (client) =>
      client.messageFlagsAdd({ subject: "kept" }, ["\\Deleted"])
    )
    await choose(desk, "delete")
    await deliver("deleted")
    await desk.poll()

    expect(await inFolder(desk, "INBOX")).toMatchObject([
      { subject: "kept", flags: ["\\Deleted"] },
      { subject: "seen" },
    ])
    expect(await desk.ledger({ subject: "deleted" })).toMatchObject([
      { state: "ticketed" },
    ])
  })

  it("is treated at a later poll when a crash came in between", async () => {
    const { polling_ } = desk.container.resolve(MAIL_MODULE) as unknown as {
      polling_: { tidy: () => Promise<void> }
    }
    const crash = jest.spyOn(polling_, "tidy").mockResolvedValueOnce()

    await deliver("left behind")
    await desk.poll()
    expect(await subjects(desk, "INBOX")).toContain("left behind")

    crash.mockRestore()
    await desk.poll()
    expect(await subjects(desk, "INBOX")).not.toContain("left behind")
    expect(await desk.ledger({ subject: "left behind" })).toHaveLength(1)
  })

  it("stays when it could not be understood, and goes once it was read after all", async () => {
    const module = desk.container.resolve(MAIL_MODULE) as unknown as {
      reader_: Pick<ReaderPool, "read">
    }
    const reader = module.reader_
    module.reader_ = {
      read: async () => {
        throw new MailUnreadableError("Reading the mail took longer than 10000 ms.")
      },
    }
    await deliver("poison")
    await desk.poll()
    module.reader_ = reader

    const [mail] = await desk.ledger({ state: "quarantined" })
    expect(await subjects(desk, "INBOX")).toContain("poison")

    await desk.container.resolve(MAIL_MODULE).reopenMails([mail.id])
    await desk.poll()
    expect(await subjects(desk, "INBOX")).not.toContain("poison")
  })

  describe("when the server refuses what was chosen", () => {
    it("is read all the same, and the account says why it is still there", async () => {
      await choose(desk, "move", "Nowhere")
      await deliver("stuck")

      expect(await desk.poll()).toMatchObject({ ticketed: 1 })
      expect(await desk.account()).toMatchObject({
        state: "ok",
        after_reading_error: expect.stringMatching(
          /^The mail server refused to move mails: .*(Nowhere|exist)/
        ),
      })
      expect(await subjects(desk, "INBOX")).toContain("stuck")
    })

    it("is not read again, and is moved once the folder is there", async () => {
      await asAnotherProgram(desk, (client) => client.mailboxCreate("Nowhere"))

      expect(await desk.poll()).toMatchObject({ fetched: 0 })
      expect(await subjects(desk, "Nowhere")).toEqual(["stuck"])
      expect(await desk.account()).toMatchObject({ after_reading_error: null })
    })
  })

  it("is spared by a choice that was taken back while it was read", async () => {
    await choose(desk, "delete")
    await deliver("taken back")
    const mail = desk.container.resolve(MAIL_MODULE)
    const { settleMails } = mail
    jest.spyOn(mail, "settleMails").mockImplementationOnce(async (mails) => {
      await settleMails.call(mail, mails)
      await choose(desk, "keep")
    })
    await desk.poll()

    expect(await subjects(desk, "INBOX")).toContain("taken back")
  })

  it("is left alone when that was chosen before its turn came", async () => {
    await choose(desk, "move", "Not there")
    await deliver("spared")
    await desk.poll()
    await choose(desk, "keep")
    await choose(desk, "delete")
    await desk.poll()

    expect(await subjects(desk, "INBOX")).toContain("spared")
  })
})

describe("on a server without MOVE", () => {
  const startDesk = async (name: string, imapWithout: string[]) => {
    const { startMailServers } = await import("../support/mail-servers.mjs")
    const servers = await startMailServers({
      domain: "shop.test",
      mailboxes: [{ address: "support@shop.test", password: "pw" }],
      imapWithout,
    })
    const { host, port, user, password } = servers.mailboxes[0].imap
    const desk = await startMailDesk(name, {
      imap_host: host,
      imap_port: port,
      imap_username: user,
      imap_password: password,
      after_reading: "move",
      after_reading_folder: "Trash",
    })
    return {
      desk,
      deliver: async (subject: string) =>
        servers.deliver(await aMail({ from: aCustomer(), subject }), "support@shop.test"),
      inbox: () => servers.messages("support@shop.test").map(({ flags }) => [...flags]),
      moved: () => servers.messages("support@shop.test", "Trash").length,
      mark: () => servers.messages("support@shop.test")[0].flags.add("\\Deleted"),
      stop: async () => {
        await desk.stop()
        await servers.stop()
      },
    }
  }

  it("a mail is copied, and the original expunged alone (RFC 4315)", async () => {
    const { desk, deliver, inbox, moved, mark, stop } = await startDesk("mail_no_move", [
      "MOVE",
    ])
    await choose(desk, "keep")
    await deliver("somebody else's")
    await desk.poll()
    mark()
    await choose(desk, "move", "Trash")
    await deliver("ours")
    await desk.poll()

    expect([inbox(), moved()]).toEqual([[["\\Deleted"]], 1])
    await stop()
  })

  it("nor UIDPLUS it is marked as deleted, and nothing is expunged", async () => {
    const { desk, deliver, inbox, moved, stop } = await startDesk("mail_no_uidplus", [
      "MOVE",
      "UIDPLUS",
    ])
    await deliver("ours")
    await desk.poll()
    await desk.poll()

    expect([inbox(), moved()]).toEqual([[["\\Deleted"]], 1])
    await stop()
  })
})
