import { Modules } from "@medusajs/framework/utils"
import { MAIL_MODULE } from "../../src/modules/mail"
import { MailUnreadableError } from "../../src/modules/mail/mime/reader-pool"
import { aCustomer, aMail, startMailDesk, type MailDesk } from "./mail-desk"

/** F14. @param failing mails, half of which break their reader, and half the file store */
export function describePoison(failing: number) {
  describe(`${failing} mails that fail again and again`, () => {
    let desk: MailDesk

    beforeAll(async () => {
      desk = await startMailDesk("mail_poison")
    })
    afterAll(() => desk?.stop())

    it("keep no other from being read", async () => {
      const module = desk.container.resolve(MAIL_MODULE) as unknown as {
        reader_: { read(raw: Uint8Array): Promise<unknown> }
      }
      const reader = module.reader_
      module.reader_ = {
        read: async (raw) => {
          if (Buffer.from(raw).includes("Subject: Poison")) {
            throw new MailUnreadableError("It breaks the reader.")
          }
          return reader.read(raw)
        },
      }
      jest
        .spyOn(desk.container.resolve(Modules.FILE), "getUploadStream")
        .mockImplementation(() => Promise.reject(new Error("503 Slow down")))

      for (let count = 0; count < failing / 2; count++) {
        desk.deliver(await aMail({ from: aCustomer(), subject: "Poison" }))
        desk.deliver(
          await aMail({
            from: aCustomer(),
            attachments: [{ filename: "a.txt", content: Buffer.from("text") }],
          })
        )
      }
      const good = Array.from({ length: 10 }, () => aCustomer())
      for (const from of good) desk.deliver(await aMail({ from }))
      const poll = await desk.poll()
      jest.restoreAllMocks()
      module.reader_ = reader

      expect(poll).toMatchObject({
        fetched: failing + 10,
        ticketed: 10,
        quarantined: failing / 2,
        more: false,
      })
      for (const from of good) expect(await desk.ticketsOf(from)).toHaveLength(1)
      expect(await desk.ledger({ state: "stored" })).toHaveLength(failing / 2)
    }, 1_200_000)
  })
}
