import { ReadAhead } from "./read-ahead"
import type { StoredMail } from "./records/unfinished-mails"

const aMail = (id: string, account_id = "macc_1"): StoredMail => ({
  id,
  account_id,
  sha256: "",
  attempts: 1,
  server_date: null,
  source: Buffer.from(id),
})

describe("mails that are read ahead", () => {
  const begun: string[] = []
  const ahead = new ReadAhead(async ({ id, account_id }) => {
    begun.push(id)
    if (id === "broken") throw new Error("broken")
    return { id, account_id, sha256: "", server_date: null, read: null, unreadable: "x" }
  })

  it("are begun at once, and handed out once, in the order they are asked for", async () => {
    ahead.begin([aMail("a"), aMail("b")])
    expect(begun).toEqual(["a", "b"])

    const taken = ahead.take(["b", "unknown", "a"])
    expect(taken.map(({ id }) => id)).toEqual(["b", "a"])
    expect(await taken[0].read).toMatchObject({ id: "b" })
    expect(ahead.take(["a", "b"])).toEqual([])
  })

  it("fail where they are taken, not before", async () => {
    ahead.begin([aMail("broken")])
    const [{ read }] = ahead.take(["broken"])

    await expect(read).rejects.toThrow("broken")
  })

  it("are forgotten with the poll of their account", () => {
    ahead.begin([aMail("c"), aMail("d", "macc_2")])
    ahead.forget("macc_1")

    expect(ahead.take(["c", "d"]).map(({ id }) => id)).toEqual(["d"])
  })
})
