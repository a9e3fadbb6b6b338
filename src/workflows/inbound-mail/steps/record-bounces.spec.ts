import type { MedusaContainer } from "@medusajs/framework/types"
import { readEmail } from "../../../modules/mail/mime/read-email"
import type { BouncedMail } from "../../../modules/mail/records/bounces"
import type { PreparedMail } from "./prepare-mails"
import { recordBouncesOf } from "./record-bounces"

const REPORT = [
  "From: mailer-daemon@mx.test",
  "Subject: Undelivered",
  'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
  "",
  "--b",
  "Content-Type: message/delivery-status",
  "",
  "Reporting-MTA: dns; mx.test",
  "",
  "Final-Recipient: rfc822; mia@shopper.test",
  "Action: failed",
  "Status: 5.1.1",
  "",
  "--b--",
].join("\r\n")

/** As far as the step reads it: a bounce of an answer of ours. */
const aBounce = async (id: string) =>
  ({
    id,
    server_date: null,
    read: await readEmail(Buffer.from(REPORT)),
    mail: { signed: [`tmsg_${id}`] },
  }) as unknown as PreparedMail

/** @param answer what the database says to some bounces; undefined records them */
function aDesk(answer: (bounces: BouncedMail[]) => string | undefined) {
  const recorded: string[] = []
  const error = jest.fn()
  const services = {
    error,
    unreportedDeliveries: () => Promise.resolve([]),
    recordBounces: (bounces: BouncedMail[]) => {
      const code = answer(bounces)

      if (code) {
        return Promise.reject(Object.assign(new Error("as told"), { code }))
      }
      recorded.push(...bounces.map(({ inbound_mail_id }) => inbound_mail_id))
      return Promise.resolve(bounces.length)
    },
  }
  const container = { resolve: () => services } as unknown as MedusaContainer

  return { container, recorded, error }
}

const names = (id: string) => (bounces: BouncedMail[]) =>
  bounces.some(({ inbound_mail_id }) => inbound_mail_id === id)

describe("a bounce that the database refuses", () => {
  it("is told in the log, and those beside it are recorded", async () => {
    const isBad = names("bad")
    const { container, recorded, error } = aDesk((some) =>
      isBad(some) ? "22P02" : undefined
    )
    const bounces = await Promise.all(["first", "bad", "last"].map(aBounce))
    await recordBouncesOf(container, bounces)

    expect(recorded).toEqual(["first", "last"])
    expect(error.mock.calls).toEqual([
      ["The bounce bad could not be recorded: The database refused it (SQLSTATE 22P02)"],
    ])
  })

  it.each(["53100", "40001", "57014"])(
    "because the database itself is in trouble (%s) is tried again with the whole poll",
    async (code) => {
      const { container, error } = aDesk(() => code)

      await expect(recordBouncesOf(container, [await aBounce("one")])).rejects.toThrow(
        "as told"
      )
      expect(error).not.toHaveBeenCalled()
    }
  )
})
