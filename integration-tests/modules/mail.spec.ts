import path from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { MAIL_MODULE } from "../../src/modules/mail"
import { CrmAutoReply } from "../../src/modules/mail/models/auto-reply"
import { CrmInboundMail } from "../../src/modules/mail/models/inbound-mail"
import { CrmMailAccount } from "../../src/modules/mail/models/mail-account"
import { CrmMailBounce } from "../../src/modules/mail/models/mail-bounce"
import { CrmOutboundMail } from "../../src/modules/mail/models/outbound-mail"
import { CrmSuppressedAddress } from "../../src/modules/mail/models/suppressed-address"
import {
  acquireLease,
  releaseLease,
  renewLease,
} from "../../src/modules/mail/records/lease"
import {
  claimDueMails,
  recordSendResult,
  type MailToSend,
} from "../../src/modules/mail/records/outbox"
import { postponedMails } from "../../src/modules/mail/records/unfinished-mails"
import { positionOf, storeMails } from "../../src/modules/mail/records/store-mails"
import type MailModuleService from "../../src/modules/mail/service"
import type { Sql } from "../../src/sql"

moduleIntegrationTestRunner<MailModuleService>({
  moduleName: MAIL_MODULE,
  moduleModels: [
    CrmMailAccount,
    CrmInboundMail,
    CrmOutboundMail,
    CrmAutoReply,
    CrmMailBounce,
    CrmSuppressedAddress,
  ],
  moduleOptions: {
    encryptionKey: Buffer.alloc(32, 1).toString("base64"),
    backgroundJobs: false,
  },
  resolve: path.resolve("src/modules/mail"),
  pathToMigrations: path.resolve("src/modules/mail/migrations"),
  testSuite: ({ service, MikroOrmWrapper }) => {
    const sql = (): Sql => MikroOrmWrapper.forkManager().getKnex()

    const mail = (
      reference_id: string,
      changes: Partial<MailToSend> = {}
    ): MailToSend => ({
      reference: "ticket_message",
      reference_id,
      thread_id: "tick_1",
      account_id: "macc_1",
      due_at: null,
      from_name: "Support",
      to: ["mia@shopper.test"],
      cc: [],
      bcc: [],
      subject: "Hello",
      body_text: "Hello",
      body_html: null,
      message_id: `${reference_id}@shop.test`,
      in_reply_to: null,
      references: [],
      is_auto_reply: false,
      attachments: [],
      ...changes,
    })

    const batch = (...uids: number[]) => ({
      folder: "INBOX",
      uid_validity: "4294967295",
      last_uid: Math.max(...uids),
      undelivered: [] as number[],
      fetched_before: 0,
      tidy_pending: false,
      waiting: 0,
      mails: uids.map((uid) => ({
        uid,
        source: Buffer.from([0, 255, uid]),
        server_date: null,
      })),
    })

    describe("the lease of an account", () => {
      it("has one owner at a time, and a higher number with each", async () => {
        const first = await acquireLease(sql(), "macc_1", "one")

        expect(first).toMatchObject({ owner: "one", fencing: "1" })
        expect(await acquireLease(sql(), "macc_1", "two")).toBeNull()
        if (first) await releaseLease(sql(), first)
        expect(await acquireLease(sql(), "macc_1", "two")).toMatchObject({ fencing: "2" })
      })

      it("goes to another when its owner fell silent, and the old one cannot write any more", async () => {
        const lost = await acquireLease(sql(), "macc_1", "one")
        await sql().raw(
          `update crm_mail_lease set expires_at = now() - interval '1 second'`
        )
        await acquireLease(sql(), "macc_1", "two")

        if (!lost) throw new Error("no lease")
        expect(await renewLease(sql(), lost)).toBe(false)
        await expect(storeMails(sql(), lost, batch(1))).rejects.toThrow(
          "Another instance took over this mail account"
        )
        expect(await service.listCrmInboundMails({})).toEqual([])
      })

      it("comes back to its owner, with a new number, when it could not be given back", async () => {
        await acquireLease(sql(), "macc_1", "one")

        expect(await acquireLease(sql(), "macc_1", "one")).toMatchObject({ fencing: "2" })
      })

      it("is granted to one of many who ask at once", async () => {
        const leases = await Promise.all(
          Array.from({ length: 10 }, (_, index) =>
            acquireLease(sql(), "macc_1", `${index}`)
          )
        )

        expect(leases.filter(Boolean)).toHaveLength(1)
      })
    })

    it("an account that is being polled takes no other's turn, however many there are", async () => {
      const accounts = await service.createCrmMailAccounts(
        Array.from({ length: 6 }, (_, index) => ({
          address: `desk-${index}@shop.test`,
          name: "Desk",
          department_id: "dept_1",
          smtp_host: "smtp.shop.test",
          smtp_port: 587,
          smtp_security: "starttls" as const,
        }))
      )
      const [free, ...polled] = accounts.map(({ id }) => id)
      for (const id of polled) {
        await acquireLease(sql(), id, "another")
      }

      expect(await service.accountsDue(5)).toEqual([free])
    })

    describe("fetched mails", () => {
      it("are kept byte for byte, with the cursor behind them", async () => {
        const lease = await acquireLease(sql(), "macc_1", "one")
        if (!lease) throw new Error("no lease")
        const [{ id }] = await storeMails(sql(), lease, batch(7))

        expect(await service.rawSource(id)).toEqual(Buffer.from([0, 255, 7]))
        expect(await positionOf(sql(), "macc_1", "INBOX")).toEqual({
          uid_validity: "4294967295",
          last_uid: 7,
        })
      })

      it("that are known are not stored again", async () => {
        const lease = await acquireLease(sql(), "macc_1", "one")
        if (!lease) throw new Error("no lease")

        expect(await storeMails(sql(), lease, batch(1, 2))).toHaveLength(2)
        expect(await storeMails(sql(), lease, batch(1, 2, 3))).toHaveLength(1)
        expect(await service.listCrmInboundMails({})).toHaveLength(3)
      })

      it("that have a known number and other bytes are mails of their own", async () => {
        const lease = await acquireLease(sql(), "macc_1", "one")
        if (!lease) throw new Error("no lease")
        await storeMails(sql(), lease, batch(1))
        const restored = {
          ...batch(1),
          mails: [{ uid: 1, source: Buffer.from("new"), server_date: null }],
        }

        expect(await storeMails(sql(), lease, restored)).toHaveLength(1)
        expect(await service.listCrmInboundMails({})).toHaveLength(2)
      })

      it("count the attempt to read them before it begins", async () => {
        const lease = await acquireLease(sql(), "macc_1", "one")
        if (!lease) throw new Error("no lease")
        await storeMails(sql(), lease, batch(1))

        expect(await service.listCrmInboundMails({})).toMatchObject([
          { state: "stored", attempts: 1 },
        ])
      })

      it("that the server lists and does not hand out are quarantined, and are not waited for", async () => {
        const lease = await acquireLease(sql(), "macc_1", "one")
        if (!lease) throw new Error("no lease")
        await storeMails(sql(), lease, { ...batch(1, 3), undelivered: [2] })

        expect(await service.listCrmInboundMails({ state: "quarantined" })).toMatchObject(
          [
            {
              uid: "2",
              reason: "The mail server lists this mail (UID 2) and does not hand it out",
            },
          ]
        )
        expect((await positionOf(sql(), "macc_1", "INBOX"))?.last_uid).toBe(3)
      })

      it("of a command that has not ended move no cursor", async () => {
        const lease = await acquireLease(sql(), "macc_1", "one")
        if (!lease) throw new Error("no lease")
        await storeMails(sql(), lease, batch(1))
        await storeMails(sql(), lease, { ...batch(2, 3), last_uid: null })

        expect((await positionOf(sql(), "macc_1", "INBOX"))?.last_uid).toBe(1)
      })
    })

    describe("postponed mails", () => {
      const reason = "Attachment store failed: 403"
      const stored = async () => {
        const lease = await acquireLease(sql(), "macc_1", "one")
        if (!lease) throw new Error("no lease")
        const [{ id }] = await storeMails(sql(), lease, batch(1))
        return id
      }
      const attempt = (id: string, attempts: number) =>
        service.updateCrmInboundMails({ id, attempts })

      it("stay stored with the reason, and are offered when their pause is over", async () => {
        const id = await stored()
        expect(await service.postponeMails([{ id, reason }])).toBe(0)

        expect(await service.retrieveCrmInboundMail(id)).toMatchObject({
          state: "stored",
          reason,
        })
        expect(await postponedMails(sql(), "macc_1", 10)).toEqual([])
        await sql().raw(
          `update crm_inbound_mail set updated_at = now() - interval '61 seconds'`
        )
        expect(await postponedMails(sql(), "macc_1", 10)).toEqual([id])
      })

      it("wait longer after each attempt", async () => {
        const id = await stored()
        await attempt(id, 3)
        await service.postponeMails([{ id, reason }])
        await sql().raw(
          `update crm_inbound_mail set updated_at = now() - interval '8 minutes'`
        )

        expect(await postponedMails(sql(), "macc_1", 10)).toEqual([])
      })

      it("are given up at the fifth attempt, with the reason", async () => {
        const id = await stored()
        await attempt(id, 5)

        expect(await service.postponeMails([{ id, reason }])).toBe(1)
        expect(await service.retrieveCrmInboundMail(id)).toMatchObject({
          state: "quarantined",
          reason,
        })
      })
    })

    describe("a mail's identity", () => {
      it("belongs to the row it was first seen in, on any account and for ever", async () => {
        const claim = (inbound_mail_id: string) =>
          service.claimIdentities([{ inbound_mail_id, identity: "mid:1" }])

        expect(await claim("imail_1")).toEqual(new Map([["imail_1", "imail_1"]]))
        expect(await claim("imail_2")).toEqual(new Map([["imail_2", "imail_1"]]))
        expect(await claim("imail_1")).toEqual(new Map([["imail_1", "imail_1"]]))
      })
    })

    describe("automatic replies", () => {
      const ask = async (inbound_mail_id: string, address = "mia@shopper.test") =>
        (await service.claimAutoReplies([{ inbound_mail_id, address }])).has(
          inbound_mail_id
        )

      it("are one per address in thirty minutes, over all accounts (V-31)", async () => {
        expect(await ask("imail_1")).toBe(true)
        expect(await ask("imail_2", "MIA@shopper.test")).toBe(false)
        expect(await ask("imail_3", "bo@shopper.test")).toBe(true)
        await sql().raw(
          `update crm_auto_reply set created_at = now() - interval '31 minutes'`
        )
        expect(await ask("imail_4")).toBe(true)
      })

      it("that were kept back are not given later (V-32)", async () => {
        await ask("imail_1")
        expect(await ask("imail_2")).toBe(false)
        await sql().raw(
          `update crm_auto_reply set created_at = now() - interval '31 minutes'`
        )
        expect(await ask("imail_2")).toBe(false)
      })

      it("asked for again after a crash are the same", async () => {
        expect(await ask("imail_1")).toBe(true)
        expect(await ask("imail_1")).toBe(true)
      })

      it("end at ten a day", async () => {
        for (let number = 1; number <= 10; number++) {
          expect(await ask(`imail_${number}`)).toBe(true)
          await sql().raw(
            `update crm_auto_reply set created_at = created_at - interval '31 minutes'`
          )
        }
        expect(await ask("imail_11")).toBe(false)
      })

      it("are granted once when many ask at the same moment", async () => {
        const granted = await Promise.all(
          Array.from({ length: 8 }, (_, index) => ask(`imail_${index}`))
        )

        expect(granted.filter(Boolean)).toHaveLength(1)
      })
    })

    describe("the outbox", () => {
      it("takes what asked for it once", async () => {
        await service.enqueueMails([mail("tmsg_1")])
        await service.enqueueMails([mail("tmsg_1", { subject: "again" })])

        expect(await service.listCrmOutboundMails({})).toEqual([
          expect.objectContaining({ subject: "Hello", state: "queued" }),
        ])
      })

      it("gives out one mail of a thread at a time, in order", async () => {
        await service.enqueueMails([mail("tmsg_1")])
        await service.enqueueMails([mail("tmsg_2")])
        await service.enqueueMails([mail("tmsg_3", { thread_id: "tick_2" })])
        const claimed = await claimDueMails(sql(), "one", 10)

        expect(claimed.map(({ reference_id }) => reference_id).sort()).toEqual([
          "tmsg_1",
          "tmsg_3",
        ])
        expect(await claimDueMails(sql(), "two", 10)).toEqual([])
      })

      it("lets no automatic mail hold up what people write, and no held mail the others", async () => {
        await service.enqueueMails([
          mail("tmsg_1", { is_auto_reply: true }),
          mail("tmsg_2", { due_at: new Date(Date.now() + 60_000).toISOString() }),
          mail("tmsg_3"),
          mail("tmsg_4"),
        ])
        const claimed = await claimDueMails(sql(), "one", 10)

        expect(claimed.map(({ reference_id }) => reference_id).sort()).toEqual([
          "tmsg_1",
          "tmsg_3",
        ])
      })

      it("gives out no held mail, however late, until it is let go, and then as it is by then", async () => {
        await service.enqueueMails([
          mail("tmsg_1", { due_at: new Date(0).toISOString() }),
        ])
        expect(await claimDueMails(sql(), "one", 10)).toEqual([])
        expect(await service.listCrmOutboundMails({ state: "held" })).toHaveLength(1)

        await service.enqueueMails([mail("tmsg_1", { subject: "Moved meanwhile" })])
        expect(await claimDueMails(sql(), "one", 10)).toEqual([
          expect.objectContaining({ subject: "Moved meanwhile", attempts: 1 }),
        ])
        await service.enqueueMails([mail("tmsg_1", { subject: "Too late" })])
        expect(await service.listCrmOutboundMails({})).toEqual([
          expect.objectContaining({ subject: "Moved meanwhile" }),
        ])
      })

      it("drops held mails whose messages were taken back, and those a dead process left, but nothing that must leave", async () => {
        const held = { due_at: new Date(0).toISOString() }
        await service.enqueueMails([
          mail("tmsg_1", held),
          mail("tmsg_2", held),
          mail("tmsg_3", { due_at: new Date(Date.now() + 60_000).toISOString() }),
        ])
        await service.enqueueMails([mail("tmsg_4")])
        await service.dropHeldMails("ticket_message", ["tmsg_1", "tmsg_4"])
        await service.dropForgottenMails()
        const left = await service.listCrmOutboundMails({})

        expect(left.map(({ reference_id }) => reference_id).sort()).toEqual([
          "tmsg_3",
          "tmsg_4",
        ])
      })

      it("gives a mail to another when its sender died, who then cannot say what became of it", async () => {
        await service.enqueueMails([mail("tmsg_1")])
        const [{ id, recipients }] = await claimDueMails(sql(), "dead", 10)
        await sql().raw(
          `update crm_outbound_mail set claimed_until = now() - interval '1 second'`
        )
        const [again] = await claimDueMails(sql(), "alive", 10)

        expect(again).toMatchObject({ id, attempts: 2 })
        await recordSendResult(sql(), "dead", {
          id,
          state: "dead",
          due_at: null,
          last_response: "late",
          recipients,
        })
        expect((await service.retrieveCrmOutboundMail(id)).state).toBe("sending")
      })

      it("tells what became of a mail until somebody took note", async () => {
        await service.enqueueMails([mail("tmsg_1")])
        const [{ id }] = await service.listCrmOutboundMails({})
        await service.cancelMail(id)
        const reports = await service.unreportedDeliveries(10)

        expect(reports).toEqual([
          expect.objectContaining({ reference_id: "tmsg_1", state: "cancelled" }),
        ])
        await service.markReported(reports)
        expect(await service.unreportedDeliveries(10)).toEqual([])
        await service.retryMail(id)
        expect(await service.unreportedDeliveries(10)).toEqual([
          expect.objectContaining({ state: "queued" }),
        ])
      })

      it("tells again what changed while it was told", async () => {
        await service.enqueueMails([mail("tmsg_1")])
        const [{ id, recipients }] = await claimDueMails(sql(), "one", 10)
        await recordSendResult(sql(), "one", {
          id,
          state: "sent",
          due_at: null,
          last_response: "250 ok",
          recipients: recipients.map((recipient) => ({
            ...recipient,
            state: "accepted" as const,
          })),
        })
        const told = await service.unreportedDeliveries(10)
        await service.recordBounces([
          {
            inbound_mail_id: "imail_1",
            reference: "ticket_message",
            reference_id: "tmsg_1",
            at: new Date().toISOString(),
            recipients: [
              {
                address: "mia@shopper.test",
                status: "5.1.1",
                permanent: true,
                response: "No such user",
                is_delayed: false,
              },
            ],
          },
        ])
        await service.markReported(told)

        expect(told).toMatchObject([{ state: "sent" }])
        expect(await service.unreportedDeliveries(10)).toMatchObject([
          { state: "bounced", error: "No such user" },
        ])
      })

      it("takes no mail back that is gone", async () => {
        await service.enqueueMails([mail("tmsg_1")])
        const [{ id, recipients }] = await claimDueMails(sql(), "one", 10)

        expect(await service.cancelMail(id)).toBe(false)
        await recordSendResult(sql(), "one", {
          id,
          state: "sent",
          due_at: null,
          last_response: "250 ok",
          recipients,
        })
        expect(await service.cancelMail(id)).toBe(false)
        expect(await service.retryMail(id)).toBe(false)
      })
    })
  },
})
