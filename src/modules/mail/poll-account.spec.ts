import { batchesOf } from "./poll-account"
import { uidSet } from "./transports/uid-set"

const MEGABYTE = 1024 * 1024
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)
const aMail = (uid: number, size = 1_000) => ({
  uid,
  source: Buffer.alloc(size),
  server_date: null,
})

/** A server that answers each FETCH as it is told, and whose folder has what it says it has. */
function folderThat(
  answers: (asked: number[], attempt: number) => ReturnType<typeof aMail>[],
  listed: number[] = []
) {
  let attempt = 0

  return {
    async *fetch(asked: number[]) {
      yield* answers(asked, ++attempt)
    },
    present: async (uids: number[]) => uids.filter((uid) => listed.includes(uid)),
  }
}

async function batches(uids: number[], folder: ReturnType<typeof folderThat>) {
  const found = []

  for await (const { mails, ...rest } of batchesOf(uids, folder)) {
    found.push({ uids: mails.map(({ uid }) => uid), ...rest })
  }
  return found
}

const inOrder = (size: (uid: number) => number = () => 1_000) =>
  folderThat((asked) => asked.map((uid) => aMail(uid, size(uid))))

describe("the batches of a folder", () => {
  it("hold a hundred mails at most, in order, each once", async () => {
    const found = await batches(upTo(2_350), inOrder())

    expect(found.flatMap(({ uids }) => uids)).toEqual(upTo(2_350))
    expect(Math.max(...found.map(({ uids }) => uids.length))).toBe(100)
    expect(found.map(({ last_uid }) => last_uid).at(-1)).toBe(2_350)
  })

  it("stay within sixteen megabytes, but for a mail that is larger alone", async () => {
    const found = await batches(
      [1, 2, 3, 4],
      inOrder((uid) => (uid === 3 ? 40 : 6) * MEGABYTE)
    )
    expect(found.map(({ uids }) => uids)).toEqual([[1, 2], [3], [4]])
  })

  it("move the position only where a command ended: before that nothing is certain", async () => {
    const found = await batches(
      [1, 2, 3],
      inOrder(() => 9 * MEGABYTE)
    )
    expect(found.map(({ last_uid }) => last_uid)).toEqual([null, null, 3])
    expect(found.map(({ looked }) => looked)).toEqual([1, 1, 1])
  })

  it("of an empty folder are none", async () => {
    expect(await batches([], inOrder())).toEqual([])
  })
})

describe("a server that answers", () => {
  it("in another order: the mails of a batch are put in theirs", async () => {
    const folder = folderThat((asked) => [...asked].reverse().map((uid) => aMail(uid)))

    expect(await batches([3, 5, 9], folder)).toMatchObject([
      { uids: [3, 5, 9], last_uid: 9 },
    ])
  })

  it("with the same mail twice, and with mails nobody asked for: each is taken once", async () => {
    const folder = folderThat(() => [5, 5, 77, 6, 5].map((uid) => aMail(uid)))

    expect(await batches([5, 6], folder)).toMatchObject([{ uids: [5, 6], looked: 2 }])
  })

  it("without mails that were deleted meanwhile: they are passed over", async () => {
    const folder = folderThat(() => [1, 3].map((uid) => aMail(uid)))

    expect(await batches([1, 2, 3, 4], folder)).toEqual([
      { uids: [1, 3], undelivered: [], last_uid: 4, looked: 4 },
    ])
  })

  it("without a mail that it still lists: it is asked for again, once", async () => {
    const folder = folderThat(
      (asked, attempt) => (attempt === 1 ? [aMail(1)] : asked.map((uid) => aMail(uid))),
      [1, 2]
    )
    expect(await batches([1, 2], folder)).toEqual([
      { uids: [1, 2], undelivered: [], last_uid: 2, looked: 2 },
    ])
  })

  it("never with a mail that it lists: the mail is reported, and the next one is read", async () => {
    const folder = folderThat(() => [aMail(1), aMail(3)], [1, 2, 3])

    expect(await batches([1, 2, 3], folder)).toEqual([
      { uids: [1, 3], undelivered: [2], last_uid: 3, looked: 3 },
    ])
  })
})

it("a set of UIDs is written as short as it can be", () => {
  expect(uidSet([1, 2, 3, 7, 9, 10])).toBe("1:3,7,9:10")
  expect(uidSet([4294967295])).toBe("4294967295")
})
