/** A small seeded generator (mulberry32): the same seed breaks the same mails. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One mail broken in one to four places. */
export function mutate(mail: Buffer, random: () => number): Buffer {
  let bytes: Buffer = Buffer.from(mail)
  const times = 1 + Math.floor(random() * 4)
  for (let time = 0; time < times; time++) {
    bytes = MUTATIONS[Math.floor(random() * MUTATIONS.length)](bytes, random)
  }
  return bytes
}

type Mutation = (bytes: Buffer, random: () => number) => Buffer

const position = (bytes: Buffer, random: () => number) =>
  Math.floor(random() * bytes.length)

const MUTATIONS: Mutation[] = [
  function flipBits(bytes, random) {
    for (let count = 0; count < 8 && bytes.length > 0; count++) {
      bytes[position(bytes, random)] ^= 1 << Math.floor(random() * 8)
    }
    return bytes
  },
  function insertWord(bytes, random) {
    const at = position(bytes, random)
    const word = Buffer.from(WORDS[Math.floor(random() * WORDS.length)], "latin1")
    return Buffer.concat([bytes.subarray(0, at), word, bytes.subarray(at)])
  },
  function removeRange(bytes, random) {
    const at = position(bytes, random)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random() * 200)])
  },
  function doubleRange(bytes, random) {
    const at = position(bytes, random)
    const range = bytes.subarray(at, at + random() * 500)
    return Buffer.concat([bytes.subarray(0, at), range, bytes.subarray(at)])
  },
  function truncate(bytes, random) {
    return bytes.subarray(0, position(bytes, random))
  },
  function swapLines(bytes, random) {
    const lines = bytes.toString("latin1").split("\n")
    const a = Math.floor(random() * lines.length)
    const b = Math.floor(random() * lines.length)
    ;[lines[a], lines[b]] = [lines[b], lines[a]]
    return Buffer.from(lines.join("\n"), "latin1")
  },
]

const WORDS = [
  "\0",
  "\r\n\r\n",
  "\n",
  "\xff\xfe\xfd",
  "\xed\xa0\x80",
  "=?utf-8?B?",
  "=?utf-8?Q?=0D=0ABcc:_evil@x.test?=",
  "Content-Type: multipart/mixed; boundary=x\r\n",
  "Content-Type: message/rfc822\r\n",
  "Content-Transfer-Encoding: base64\r\n",
  "charset=utf-7",
  "charset=x-evil-9000",
  "filename*0*=utf-8''%00%ff",
  "--x\r\n",
  "(((((((((",
  '"',
  "<<<<>>>>",
  "<script>alert(1)</script>",
  "<blockquote>",
  "On 1 Jan 2024 10:00, a <a@b.test> wrote:\n",
  "From: a@b.test\nSent: 1 Jan 2024 10:00\nTo: c@d.test\n",
  "-- \n",
  "> ",
]
