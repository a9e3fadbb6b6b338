import { sweepUploadsWorkflow } from "../../src/workflows/tickets/sweep-uploads"
import { startIngest } from "../support/ingest-process"
import { startMailDesk, SUPPORT, type MailDesk } from "../support/mail-desk"

/** F8. */
describe("three instances of the shop on one mailbox", () => {
  let desk: MailDesk
  let build: string

  beforeAll(async () => {
    const { compile } = await import("../support/compile.mjs")
    build = await compile()
    desk = await startMailDesk("mail_instances")
  })
  afterAll(() => desk?.stop())

  async function deliverMails(count: number, seed: number) {
    const { generateMails } = await import("../support/mail-generator.mjs")
    const { mails, expected } = generateMails({
      count,
      seed,
      to: SUPPORT,
      sizes: "small",
    })
    for (const { raw } of mails) desk.deliver(raw)
    return expected
  }

  const counted = async () =>
    (
      await desk.query(
        `select count(*)::int as messages, count(distinct mail_message_id)::int as mails,
                count(distinct ticket_id)::int as tickets from crm_ticket_message`
      )
    )[0]

  it("make each mail one message, and each thread one ticket", async () => {
    const expected = await deliverMails(200, 1)
    const { accountId, boot } = desk
    const instances = [1, 2, 3].map(() => startIngest({ build, accountId, boot }))
    await Promise.all(instances.map(({ finished }) => finished()))

    expect(await counted()).toEqual({
      messages: expected.messages,
      mails: expected.messages,
      tickets: expected.tickets,
    })
  })

  it("whose clocks are ten minutes apart do so, too: the lease goes by the database's", async () => {
    const before = (await counted()) as { messages: number; tickets: number }
    const expected = await deliverMails(100, 4)
    const { accountId, boot } = desk
    const instances = [-600_000, 0, 600_000].map((clockShiftMs) =>
      startIngest({ build, accountId, boot }, { clockShiftMs })
    )
    await Promise.all(instances.map(({ finished }) => finished()))

    expect(await counted()).toEqual({
      messages: before.messages + expected.messages,
      mails: before.messages + expected.messages,
      tickets: before.tickets + expected.tickets,
    })
  })

  it("do not suffer from one that was stopped beyond its lease and woken: it writes nothing", async () => {
    const { changed, said } = await stopAndWake({ hasLooked: false })

    expect(said).toContain("Another instance took over this mail account")
    expect(changed).toEqual([])
  })

  it("nor from one that had just looked whether the mails were its own: it leaves files that are swept", async () => {
    const { changed, said } = await stopAndWake({ hasLooked: true })

    expect(said).toContain("Another instance took over this mail account")
    expect(changed).toEqual(["crm_attachment"])
    const { result } = await sweepUploadsWorkflow(desk.container).run({
      input: { hours: 0 },
    })
    expect(result.deleted).toBeGreaterThan(0)
    expect(
      await desk.query(`select 1 from crm_attachment where message_id is null`)
    ).toEqual([])
  })

  /**
   * Stops an instance that has stored mails and is about to put them on tickets, lets another one
   * finish them, and wakes the first.
   * @returns the tables it wrote to after that
   */
  async function stopAndWake({ hasLooked }: { hasLooked: boolean }) {
    const before = (await counted()) as { messages: number; tickets: number }
    const expected = await deliverMails(60, hasLooked ? 2 : 3)
    const { startFaultProxy } = await import("../support/fault-proxy.mjs")
    const { accountId, boot } = desk
    const url = new URL(boot.databaseUrl)
    const proxy = await startFaultProxy({ host: url.hostname, port: Number(url.port) })
    url.hostname = "localhost"
    url.port = String(proxy.port)
    let letLook = () => undefined as void
    const mayLook = new Promise<void>((resolve) => (letLook = resolve))

    try {
      const stopped = startIngest({
        build,
        accountId,
        boot: { ...boot, databaseUrl: url.href },
        once: true,
      })
      await new Promise<void>((resolve) =>
        proxy.when({ from: "client", sees: LAST_LOOK }, () => {
          stopped.signal("SIGSTOP")
          resolve()
          return hasLooked ? undefined : mayLook
        })
      )
      // As if the thirty seconds had passed.
      await desk.query(
        `update crm_mail_lease set expires_at = now() - interval '1 second'`
      )
      await startIngest({ build, accountId, boot }).finished()
      const left = await fingerprints()

      stopped.signal("SIGCONT")
      letLook()
      await stopped.exited
      expect(await counted()).toEqual({
        messages: before.messages + expected.messages,
        mails: before.messages + expected.messages,
        tickets: before.tickets + expected.tickets,
      })
      const now = await fingerprints()
      return {
        said: stopped.said(),
        changed: [...now].flatMap(([table, print]) =>
          left.get(table) === print ? [] : [table]
        ),
      }
    } finally {
      await proxy.stop()
    }
  }

  /** Of each table the rows with the transaction that wrote them last: any write shows. */
  async function fingerprints(): Promise<Map<string, string>> {
    const tables = (await desk.query(
      `select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where nspname = 'public' and relkind = 'r' and relname like 'crm\\_%'
         and relname <> 'crm_mail_lease' order by 1`
    )) as { name: string }[]

    return new Map(
      await Promise.all(
        tables.map(async ({ name }): Promise<[string, string]> => {
          const rows = await desk.query(
            `select count(*), md5(string_agg(xmin::text, ',' order by ctid)) from "${name}"`
          )
          return [name, JSON.stringify(rows)]
        })
      )
    )
  }
})

/** Whether mails that were read from memory are still to be put on tickets. */
const LAST_LOOK = "select id from crm_inbound_mail\n     where id = any"
