import { readFileSync, readdirSync } from "node:fs"
import path from "node:path"
import { ReaderPool } from "../../src/modules/mail/mime/reader-pool"
import { mutate, seeded } from "../corpus/mutate"
import { Corpus } from "../corpus/read-corpus"
import { flawsOf } from "../corpus/well-formed"

const SEED = 20_261_122
const MUTATIONS = 10_000
const AT_ONCE = 16

/** B1: the same seed breaks the same mails. The short form is in `npm test`. */
describe("10,000 broken mails", () => {
  const pool = new ReaderPool({ size: 2 })
  afterAll(() => pool.close())

  it("are all read within the deadline, into what a database takes", async () => {
    const mails = [...fixtures(), ...corpus()]
    const random = seeded(SEED)
    const flawed: string[] = []
    for (let first = 0; first < MUTATIONS; first += AT_ONCE) {
      const batch = Array.from({ length: AT_ONCE }, () =>
        mutate(mails[Math.floor(random() * mails.length)], random)
      )
      const emails = await Promise.all(batch.map((raw) => pool.read(raw)))
      flawed.push(...emails.flatMap(flawsOf))
    }
    expect(flawed).toEqual([])
  }, 600_000)
})

function fixtures(): Buffer[] {
  const folder = path.resolve(__dirname, "../fixtures/mail")
  return readdirSync(folder).map((name) => readFileSync(path.join(folder, name)))
}

function corpus(): Buffer[] {
  const folder = process.env.MAIL_CORPUS
  if (!folder) {
    return []
  }
  const read = new Corpus(folder)
  return read.cases
    .filter(({ eml_path }) => eml_path)
    .map((one) => read.raw(one))
    .filter((raw) => raw.length < 1_000_000)
}
