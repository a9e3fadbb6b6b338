import { batchesOf } from "./poll-account"
import { uidSet } from "./transports/uid-set"

const MEGABYTE = 1024 * 1024

async function batches(uids: number[], size: (uid: number) => number) {
  const found: number[][] = []

  for await (const batch of batchesOf(
    uids,
    async (some) => new Map(some.map((uid) => [uid, size(uid)]))
  )) {
    found.push(batch)
  }
  return found
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

describe("the batches of a folder", () => {
  it("hold a hundred mails at most, in order, each once", async () => {
    const found = await batches(upTo(2_350), () => 1_000)

    expect(found.flat()).toEqual(upTo(2_350))
    expect(Math.max(...found.map(({ length }) => length))).toBe(100)
  })

  it("stay within sixteen megabytes, but for a mail that is larger alone", async () => {
    expect(await batches([1, 2, 3, 4], (uid) => (uid === 3 ? 40 : 6) * MEGABYTE)).toEqual(
      [[1, 2], [3], [4]]
    )
  })

  it("of an empty folder are none", async () => {
    expect(await batches([], () => 0)).toEqual([])
  })
})

it("a set of UIDs is written as short as it can be", () => {
  expect(uidSet([1, 2, 3, 7, 9, 10])).toBe("1:3,7,9:10")
  expect(uidSet([4294967295])).toBe("4294967295")
})
