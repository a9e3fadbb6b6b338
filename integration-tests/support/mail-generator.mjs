/**
 * Mail as a shop gets it, the same for the same seed: threads with References, five charsets,
 * plain and HTML, quoted history, files. Every mail carries a token of its own in subject or body
 * and in its Message-ID, so that a run can be checked for what was lost and what came twice.
 */
import { bodyOf, LANGUAGES } from "./generated-text.mjs"
import { filePart, headerText, mail, multipart, textPart } from "./mime-writer.mjs"
import { random } from "./random.mjs"

const KB = 1024

/** Sizes of whole mails and how often they come. */
export const SIZES = {
  /** What a shop's mailbox holds: reliability L1. */
  usual: [
    [0.9, [4 * KB, 20 * KB]],
    [0.09, [180 * KB, 220 * KB]],
    [0.01, [4800 * KB, 5200 * KB]],
  ],
  small: [
    [0.95, [1 * KB, 6 * KB]],
    [0.05, [30 * KB, 60 * KB]],
  ],
}

const THREAD_LENGTHS = [
  [0.6, [1, 1]],
  [0.25, [2, 2]],
  [0.15, [3, 6]],
]

/**
 * @typedef {{ raw: Buffer, token: string, messageId: string, from: string, thread: number, attachments: number }} GeneratedMail
 *
 * @param {{ count: number, to: string, seed?: number, sizes?: keyof typeof SIZES }} options
 * @returns {{ mails: GeneratedMail[], expected: { tickets: number, messages: number, attachments: number } }}
 */
export function generateMails(options) {
  const mails = [...mailStream(options)]
  return {
    mails,
    expected: {
      tickets: new Set(mails.map(({ thread }) => thread)).size,
      messages: mails.length,
      attachments: mails.reduce((sum, { attachments }) => sum + attachments, 0),
    },
  }
}

/** One mail after the other, for runs that would not fit into memory. */
export function* mailStream({ count, to, seed = 1, sizes = "usual" }) {
  const chance = random(seed)
  const noise = noiseOf(chance)
  const open = []
  let threads = 0

  for (let index = 0; index < count; index++) {
    // Several threads are under way at a time, as in a mailbox.
    const running = open.length > 8 || (open.length && chance.next() < 0.5)
    const thread = running ? chance.pick(open) : newThread(chance, seed, threads++)
    if (!running) open.push(thread)

    yield nextMail(thread, {
      index,
      to,
      seed,
      size: chance.share(SIZES[sizes]),
      chance,
      noise,
    })

    if (thread.mails.length >= thread.length) open.splice(open.indexOf(thread), 1)
  }
}

function newThread(chance, seed, number) {
  const language = chance.pick(LANGUAGES)
  const name = chance.pick(language.names)
  return {
    number,
    language,
    name,
    // Fewer people than threads: customers come back with another matter.
    from: `customer-${seed}-${chance.between(0, Math.ceil(number * 0.8) + 5)}@example.com`,
    subject: chance.pick(language.subjects),
    length: chance.between(...chance.share(THREAD_LENGTHS)),
    hasHtml: chance.next() < 0.6,
    encoding: chance.pick(["quoted-printable", "quoted-printable", "base64", "8bit"]),
    mails: [],
  }
}

function nextMail(thread, { index, to, seed, size, chance, noise }) {
  const { language, name, from } = thread
  const token = `tok${seed}x${index.toString(36).padStart(5, "0")}z`
  const messageId = `${token}@mail.example.com`
  const wanted = chance.between(...size)
  const isReply = thread.mails.length > 0
  const files = filesOf({ token, chance, noise, bytes: wanted - 6 * KB })
  const paragraphs = [
    language.greeting,
    token,
    ...bodyOf(language, chance, Math.min(wanted, 6 * KB) / 5),
    `${language.closing}\n${name}`,
  ]
  const previous = thread.mails.at(-1)
  const part = bodyPart({
    thread,
    paragraphs,
    previous,
    files,
    boundary: `b_${token}`,
    styleBytes: files.length ? 0 : wanted - 6 * KB,
  })
  const raw = mail(
    [
      {
        name: "Received",
        value: `from mx.example.com by mail.shop.test; ${date(index)}`,
      },
      { name: "From", value: `${headerText(name, language.charset)} <${from}>` },
      { name: "To", value: `Shop <${to}>` },
      {
        name: "Subject",
        value: headerText(
          isReply ? `Re: ${thread.subject}` : `${thread.subject} ${token}`,
          language.charset
        ),
      },
      { name: "Date", value: date(index) },
      { name: "Message-ID", value: `<${messageId}>` },
      ...(previous
        ? [
            { name: "In-Reply-To", value: `<${previous.messageId}>` },
            {
              name: "References",
              value: thread.mails
                .map((earlier) => `<${earlier.messageId}>`)
                .join("\r\n "),
            },
          ]
        : []),
      { name: "MIME-Version", value: "1.0" },
    ],
    part
  )

  thread.mails.push({ messageId, quotable: paragraphs.filter((line) => line !== token) })
  if (thread.mails.length === 1) thread.subject = `${thread.subject} ${token}`
  return { raw, token, messageId, from, thread: thread.number, attachments: files.length }
}

/** text/plain, or alternatives, inside multipart/mixed where there are files. */
function bodyPart({ thread, paragraphs, previous, files, boundary, styleBytes }) {
  const { language, name, encoding } = thread
  const coding = { charset: language.charset, encoding }
  const inline = files.filter(({ contentId }) => contentId)
  const attached = files.filter(({ contentId }) => !contentId)
  const quoted = previous && {
    intro: language.wrote(name),
    lines: previous.quotable.flatMap((paragraph) => paragraph.split("\n")),
  }
  const plain = [
    paragraphs.join("\n\n"),
    ...(quoted ? [quoted.intro, quoted.lines.map((line) => `> ${line}`).join("\n")] : []),
  ].join("\n\n")
  let body = textPart("plain", plain, coding)

  if (thread.hasHtml || inline.length) {
    const html = textPart(
      "html",
      htmlOf({ paragraphs, quoted, inline, styleBytes }),
      coding
    )
    body = multipart("alternative", `${boundary}a`, [body, html])
  }
  if (inline.length) {
    body = multipart("related", `${boundary}r`, [body, ...inline.map(filePart)])
  }
  return attached.length
    ? multipart("mixed", `${boundary}m`, [body, ...attached.map(filePart)])
    : body
}

function htmlOf({ paragraphs, quoted, inline, styleBytes }) {
  const blocks = (lines) =>
    lines
      .map((line) => `<div>${line.replace(/\n/g, "<br>")}</div><div><br></div>`)
      .join("\n")
  const images = inline
    .map(({ contentId }) => `<img src="cid:${contentId}" alt="">`)
    .join("")
  const history = quoted
    ? `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">${quoted.intro}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">${blocks(quoted.lines)}</blockquote></div>`
    : ""
  // Office programs send more style than text.
  const styles = STYLE.repeat(Math.max(1, Math.floor(styleBytes / STYLE.length)))
  return `<html><head><style>\n${styles}</style></head><body>${blocks(paragraphs)}${images}${history}</body></html>`
}

const STYLE =
  "p.MsoNormal, li.MsoNormal, div.MsoNormal { margin: 0cm; font-size: 11pt; font-family: Calibri, sans-serif }\n"

/** One mail in four has files; a big one is big because of them. */
function filesOf({ token, chance, noise, bytes }) {
  if (bytes < 100 * KB && chance.next() > 0.2) return []

  const count = bytes > 100 * KB ? chance.between(1, 3) : 1
  // Base64 makes four bytes of three.
  const each = Math.max(200, Math.floor((bytes * 0.73) / count))
  return Array.from({ length: count }, (_, position) => {
    const kind = chance.pick(KINDS)
    return {
      filename: `${token}-${position}.${kind.extension}`,
      type: kind.type,
      bytes: Buffer.concat([kind.start, Buffer.from(token), noise(each)]),
      contentId: kind.inline ? `${token}-${position}@image` : undefined,
    }
  })
}

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64"
)
const KINDS = [
  { extension: "pdf", type: "application/pdf", start: Buffer.from("%PDF-1.7\n") },
  { extension: "png", type: "image/png", start: PNG },
  { extension: "png", type: "image/png", start: PNG, inline: true },
  { extension: "zip", type: "application/zip", start: Buffer.from("PK\u0003\u0004") },
]

/** Bytes nothing can compress, cut from one pool: drawing five megabytes per mail takes too long. */
function noiseOf(chance) {
  const pool = Buffer.alloc(6 * KB * KB)
  for (let at = 0; at < pool.length; at += 4)
    pool.writeUInt32LE((chance.next() * 2 ** 32) >>> 0, at)
  return (bytes) => {
    const start = chance.between(0, pool.length - bytes)
    return pool.subarray(start, start + bytes)
  }
}

const FIRST_MAIL = Date.UTC(2026, 10, 16, 8)
const date = (index) =>
  new Date(FIRST_MAIL + index * 1000).toUTCString().replace("GMT", "+0000")
