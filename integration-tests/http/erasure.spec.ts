import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { AxiosInstance } from "axios"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import { aBounce } from "../support/bounce"
import { aLetter } from "./support/letter"
import { aMailShop, type MailShop } from "./support/mail-shop"

const MIA = "mia.canary@shopper.test"
const BO = "bo@shopper.test"
/** Anything of hers has one of these words in it. */
const HERS = /canary/i

/** G1 and G2: what a law or a customer may ask for (K-10, E-16). */
medusaIntegrationTestRunner({
  dbName: "crm_http_erasure",
  inApp: true,
  testSuite: ({
    api,
    getContainer,
  }: {
    api: AxiosInstance
    getContainer: () => MedusaContainer
  }) => {
    let shop: MailShop

    beforeAll(async () => {
      shop = await aMailShop(api, getContainer, {
        autoReply: { subject: "We have your mail", body: "One moment, please." },
      })
    })
    beforeEach(() => shop.emptyMailboxes())
    afterAll(() => shop.servers.stop())

    const post = (path: string, body: object = {}) => shop.post(path, body)
    const erase = async (email = MIA) => (await post("people/erase", { email })).erased

    /** A question with a file and Bo in copy, an answer, a word of Bo's, and what agents do beside it. */
    async function aStory() {
      await shop.arrives(
        await aLetter({
          from: "Mia Canary <Mia.Canary@Shopper.test>",
          cc: [BO],
          subject: "Canary: where is my parcel?",
          text: "I live in Canary Street 5.\n\nMia Canary",
          messageId: "<question@canary.example>",
          dmarc: "pass",
        })
      )
      const [ticket] = await shop.ticketsOf(MIA)
      const form = new FormData()
      form.append("files", new Blob(["A letter to Mia Canary"]), "Canary.txt")
      const { attachments } = (
        await api.post("/admin/crm/attachments", form, shop.ada.headers)
      ).data
      await post(`tickets/${ticket.id}/replies`, {
        body_text: "Dear Mia Canary, it left today.",
        attachment_ids: [attachments[0].id],
        cc: [BO],
        follow_up: { text: "Call Mia Canary", due_at: "2027-01-01T10:00:00.000Z" },
      })
      await shop.drain()
      const answer = messageIdOf(latestTo(MIA))
      await shop.arrives(
        await aLetter({
          from: `Bo <${BO}>`,
          to: shopAddress,
          cc: ["MIA.Canary@shopper.test"],
          subject: "Re: Canary: where is my parcel?",
          text: "I have it, thank you.\n\nOn Monday Mia Canary wrote:\n> I live in Canary Street 5.",
          inReplyTo: answer,
          references: [answer],
          dmarc: "pass",
        })
      )
      await post(`tickets/${ticket.id}/notes`, { body_text: "Mia Canary is nice" })
      await post(`tickets/${ticket.id}`, { subject: "Canary once more" })
      await post(`tickets/${ticket.id}/draft`, { body_text: "Dear Mia Canary" })
      await post("customer-notes", { email: MIA, body_text: "Mia Canary likes tea" })
      await post("tickets", {
        email: BO,
        department_id: shop.support.departmentId,
        subject: "Your order",
        body: "Bo's own matter.",
        cc: [MIA],
      })
      await shop.drain()
      await inTheStorefront(ticket.id)
      return ticket as { id: string; number: number }
    }

    /** What she left in the storefront. */
    async function inTheStorefront(ticket_id: string) {
      const helpdesk = getContainer().resolve(HELPDESK_MODULE)

      await helpdesk.updateCrmTickets({
        id: ticket_id,
        custom_fields: { name: { label: "Name", type: "text", value: "Mia Canary" } },
      })
      await helpdesk.createCrmOrderAccesses({
        order_number: 7,
        email: MIA,
        network: "192.0.2.0/24",
        expires_at: new Date("2027-01-01"),
      })
      await helpdesk.createCrmProvenAddresses({
        customer_id: "cus_mia",
        email: MIA,
        by: "order_code",
      })
      await helpdesk.createCrmTicketRatings({
        ticket_id,
        closing_event_id: `closing of ${ticket_id}`,
        email: MIA,
        scale: "three",
        value: 3,
        tone: "good",
        comment: "Thank you, says Mia Canary",
        answered_at: new Date(),
      })
    }
    const shopAddress = "support@shop.test"
    const latestTo = (address: string) => shop.sentTo(address).slice(-1)[0]
    const messageIdOf = ({ raw }: { raw: Buffer }) =>
      /^message-id:\s*(<[^>]+>)/im.exec(raw.toString())?.[1] ?? ""

    /** Every row of every table of ours, and the files, that have something of hers. */
    async function tracesOfHer(): Promise<string[]> {
      const database = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const { rows: tables } = await database.raw(
        `select table_name as name from information_schema.tables
         where table_schema = 'public' and table_name like 'crm\\_%'`
      )
      const found: string[] = []

      for (const { name } of tables) {
        const { rows } = await database.raw(
          `select t::text as text from ${name === "crm_inbound_source" ? SOURCES : `"${name}" t`}`
        )
        for (const { text } of rows) {
          if (HERS.test(text)) found.push(`${name}: ${text.slice(0, 200)}`)
        }
      }
      return found
    }
    const SOURCES = `(select inbound_mail_id, encode(source, 'escape') as source
                      from crm_inbound_source) t`

    describe("a person who is erased", () => {
      it("is nowhere any more: in no table, in no mail as it came, in no file (G1)", async () => {
        const { id, number } = await aStory()
        const files = await filesOf(id)
        expect((await tracesOfHer()).length).toBeGreaterThan(10)

        expect(await erase()).toMatchObject({ emails: [MIA], tickets: 1, files: 1 })

        expect(await tracesOfHer()).toEqual([])
        await expect(
          getContainer().resolve(Modules.FILE).getAsBuffer(files[0])
        ).rejects.toThrow()
        const ticket = await shop.ticket(id)
        expect(ticket).toMatchObject({
          number,
          subject: "[erased]",
          requester: { name: "", email: "" },
        })
        expect(ticket.messages.length).toBeGreaterThan(2)
        expect(ticket.events[0]).toMatchObject({ type: "person_erased" })
      })

      it("leaves what others wrote, without what they quoted of her (G2)", async () => {
        const { id } = await aStory()
        await erase()

        const { messages } = await shop.ticket(id)
        const ofBo = messages.find(
          ({ from }: { from: { email: string } }) => from.email === BO
        )
        expect(ofBo).toMatchObject({
          body_text: "I have it, thank you.",
          quoted_text: "",
        })
        const [own] = await shop.ticketsOf(BO)
        expect(own.messages[0].body_text).toBe("Bo's own matter.")
      })

      it("is erased once: again nothing changes", async () => {
        await aStory()
        await erase()

        expect(await erase()).toEqual({
          emails: [MIA],
          tickets: 0,
          messages: 0,
          files: 0,
        })
      })

      it("is found in no search, and her mail cannot be downloaded", async () => {
        await aStory()
        const { inbound_mails } = await shop.get("inbound-mails")
        await erase()

        expect((await shop.get("tickets?q=canary")).tickets).toEqual([])
        for (const { id, from } of inbound_mails) {
          if (from?.email === MIA) {
            expect(
              await shop
                .get(`inbound-mails/${id}/raw`)
                .catch(({ response }) => response.status)
            ).toBe(404)
          }
        }
        const after = (await shop.get("inbound-mails")).inbound_mails
        expect(after).toHaveLength(inbound_mails.length)
      })

      it("whose address mail came back from stays suppressed, by a hash", async () => {
        await aStory()
        const { raw } = latestTo(MIA)
        await shop.arrives(aBounce({ raw, from: shopAddress }, { recipient: MIA }))
        const suppressed = async () =>
          (await shop.get("suppressed-addresses")).suppressed_addresses
        expect(await suppressed()).toMatchObject([{ address: MIA }])

        await erase()

        expect(await suppressed()).toMatchObject([
          { address: expect.stringMatching(/^erased:[0-9a-f]{64}$/), response: null },
        ])
        expect(await tracesOfHer()).toEqual([])
      })
    })

    describe("what the desk knows of a person", () => {
      it("is given to her in full before it is erased, and then is nothing", async () => {
        const { number } = await aStory()
        const data = async () =>
          (await shop.get(`people/export?email=${encodeURIComponent(MIA)}`)).person_data

        expect(await data()).toMatchObject({
          emails: [MIA],
          tickets: [{ number, requester_name: "Mia Canary" }],
          messages: expect.arrayContaining([
            expect.objectContaining({
              body_text: "I live in Canary Street 5.\n\nMia Canary",
            }),
          ]),
          notes: [{ body_text: "Mia Canary likes tea" }],
        })
        await erase()
        expect(await data()).toMatchObject({ tickets: [], messages: [], notes: [] })
      })
    })

    async function filesOf(ticketId: string): Promise<string[]> {
      const { rows } = await getContainer()
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(
          `select file_id from crm_attachment file
           join crm_ticket_message message on message.id = file.message_id
           where message.ticket_id = ?`,
          [ticketId]
        )
      return rows.map(({ file_id }: { file_id: string }) => file_id)
    }

    describe("somebody who cannot be erased", () => {
      it.each([
        ["without an address", {}],
        ["with an unknown key", { email: MIA, everything: true }],
        ["with what is no address", { email: "Mia" }],
      ])("%s is refused", async (_, body) => {
        expect(await shop.refused("people/erase", body)).toMatchObject({ status: 400 })
      })
    })
  },
})
