import { createHash } from "node:crypto"
import { sanitizeHtml } from "../../src/modules/mail/mime/sanitize-html"
import { ReadEmail, readEmail, splitReply } from "../../src/modules/mail/mime/read-email"
import { Corpus, CorpusCase, Mailbox } from "./read-corpus"
import { ReplyScore, Score, collapse, scoreReply, withoutSpace } from "./score"

/**
 * Reads the folder of labelled mails named by MAIL_CORPUS and prints how well they are
 * read, apart for the cases the rules were written on ("seen") and those nobody looked at
 * ("held"). The bars are what the best library reaches, and better.
 */
const folder = process.env.MAIL_CORPUS
const corpus = folder ? new Corpus(folder) : null
const report: string[] = []

if (!corpus) {
  process.stdout.write(
    "NOT RUN corpus: set MAIL_CORPUS to the folder of labelled mails\n"
  )
  describe("the mail corpus", () => {
    it.skip("is read as labelled", () => undefined)
  })
}

/** On stderr, which `npm test` shows even when all is well. */
afterAll(() => {
  if (report.length > 0) {
    process.stderr.write(`\n${report.join("\n")}\n\n`)
  }
})

/** The best npm library on each source, and the best not written for that source. */
const LIBRARIES: Record<string, { best: number; other: number }> = {
  talon: { best: 90, other: 56 },
  "github-reply": { best: 90, other: 60 },
  "crisp-reply": { best: 97, other: 71 },
  "willdurand-reply": { best: 71, other: 71 },
}

if (corpus) {
  describe("replies as text", () => {
    const measures = ["exact", "no_loss", "no_leak"] as const
    const pooled = newReplyScores()

    for (const source of Object.keys(LIBRARIES)) {
      it(`are cut in ${source} better than by any library not written for it`, async () => {
        const scores = newReplyScores()
        for (const one of corpus.of("reply").filter((it) => it.source === source)) {
          const score = scoreReply(one, await replyOf(one))
          for (const measure of measures) {
            scores[measure].add(one.id, score[measure])
            pooled[measure].add(one.id, score[measure])
          }
        }
        const { best, other } = LIBRARIES[source]
        for (const measure of measures) {
          const libraries =
            measure === "exact" ? `  library ${best} %, not its own ${other} %` : ""
          report.push(
            `${source.padEnd(18)} ${measure.padEnd(8)} ${scores[measure]}${libraries}`
          )
        }
        showMisses(source, scores)
        expect(100 * scores.exact.rate()).toBeGreaterThan(other)
      })
    }

    it("reach the bars over all sources", () => {
      for (const measure of measures) {
        report.push(`${"all text".padEnd(18)} ${measure.padEnd(8)} ${pooled[measure]}`)
      }
      expect(pooled.exact.rate()).toBeGreaterThanOrEqual(0.88)
      expect(pooled.no_loss.rate()).toBeGreaterThanOrEqual(0.99)
      expect(pooled.no_leak.rate()).toBeGreaterThanOrEqual(0.85)
    })

    async function replyOf(one: CorpusCase) {
      if (one.input_type !== "eml") {
        return splitReply({ text: corpus!.raw(one).toString("utf8") })
      }
      const { reply_text, signature_text } = await readEmail(corpus!.raw(one))
      return { reply: reply_text, signature: signature_text }
    }
  })

  describe("replies as HTML", () => {
    it("reach the bar", () => {
      const score = new Score()
      for (const one of corpus.of("reply-html")) {
        const { reply, signature } = splitReply({
          html: corpus.raw(one).toString("utf8"),
        })
        const expected = withoutSpace(one.expect.reply_text_nows ?? "")
        score.add(one.id, withoutSpace(`${reply}${signature}`) === expected)
      }
      report.push(
        `${"talon html".padEnd(18)} ${"exact".padEnd(8)} ${score}  library 93 %`
      )
      showMisses("html", { score })
      expect(score.rate()).toBeGreaterThanOrEqual(0.85)
    })
  })

  describe("signatures", () => {
    it("are kept apart", () => {
      const reply = new Score()
      const signature = new Score()
      for (const one of corpus.of("signature")) {
        const parts = splitReply({ text: corpus.raw(one).toString("utf8") })
        reply.add(one.id, collapse(parts.reply) === collapse(one.expect.reply_text ?? ""))
        signature.add(
          one.id,
          collapse(parts.signature) === collapse(one.expect.signature ?? "")
        )
      }
      report.push(`${"signature".padEnd(18)} ${"reply".padEnd(8)} ${reply}`)
      report.push(`${"signature".padEnd(18)} ${"exact".padEnd(8)} ${signature}`)
    })
  })

  describe("forwarded mails", () => {
    it("are told apart and read", async () => {
      const told = new Score()
      const fields = {
        from: new Score(),
        name: new Score(),
        to: new Score(),
        cc: new Score(),
      }
      const contents = { subject: new Score(), text: new Score(), all: new Score() }
      for (const one of corpus.of("forward")) {
        const { forwarded } = await readEmail(asMail(one))
        told.add(one.id, (forwarded !== null) === one.expect.is_forward)
        const wanted = one.expect.forward
        if (!wanted) {
          continue
        }
        const right = {
          from: (forwarded?.from?.address ?? "") === (wanted.from_?.address ?? ""),
          name: (forwarded?.from?.name ?? "") === (wanted.from_?.name ?? ""),
          to: sameMailboxes(forwarded?.to ?? [], wanted.to ?? []),
          cc: sameMailboxes(forwarded?.cc ?? [], wanted.cc ?? []),
          subject: collapse(forwarded?.subject ?? "") === collapse(wanted.subject ?? ""),
          text: collapse(forwarded?.text ?? "") === collapse(wanted.body ?? ""),
        }
        fields.from.add(one.id, right.from)
        fields.name.add(one.id, right.name)
        fields.to.add(one.id, right.to)
        fields.cc.add(one.id, right.cc)
        contents.subject.add(one.id, right.subject)
        contents.text.add(one.id, right.text)
        contents.all.add(one.id, Object.values(right).every(Boolean))
      }
      for (const [name, score] of Object.entries({ told, ...fields, ...contents })) {
        report.push(`${"forward".padEnd(18)} ${name.padEnd(8)} ${score}`)
      }
      showMisses("forward", { told, ...fields, ...contents })
      expect(told.rate()).toBeGreaterThanOrEqual(0.97)
    })
  })

  describe("machines", () => {
    it("are recognised, and the failed recipient is found", async () => {
      const kinds = new Score()
      const recipient = new Score()
      const status = new Score()
      const permanent = new Score()
      const complaints = new Score()
      const autos = new Score()
      for (const one of corpus.of("bounce", "complaint", "auto", "not-bounce")) {
        const email = await readEmail(corpus.raw(one))
        const { kind } = email.automated
        const isBounce = one.kind === "bounce"
        if (one.kind === "complaint") {
          complaints.add(one.id, kind === "complaint")
        } else if (one.kind === "auto") {
          autos.add(one.id, kind === "auto_reply")
        } else {
          kinds.add(
            one.id,
            one.expect.delivered === true || (kind === "bounce") === isBounce
          )
        }
        const wanted = one.expect.bounce_recipient
        if (isBounce && wanted && one.expect.delivered !== true) {
          const found = email.bounce?.recipients.find(
            ({ address }) => address.toLowerCase() === wanted.toLowerCase()
          )
          recipient.add(one.id, found !== undefined)
          const statuses = one.expect.bounce_status ?? []
          if (found && statuses.length > 0) {
            status.add(one.id, found.status?.[0] === statuses[0]?.[0])
            permanent.add(one.id, found.permanent === one.expect.hard_bounce)
          }
        }
      }
      const rates = { bounce: kinds, recipient, "status class": status, hard: permanent }
      for (const [name, score] of Object.entries({
        ...rates,
        complaint: complaints,
        auto: autos,
      })) {
        report.push(`${"machine".padEnd(18)} ${name.padEnd(12)} ${score}`)
      }
      report.push("                   library: bounce 98 %, recipient 55 %")
      showMisses("machine", { ...rates, complaints, autos })
      expect(kinds.rate()).toBeGreaterThanOrEqual(0.99)
      expect(recipient.rate()).toBeGreaterThanOrEqual(0.85)
      expect(complaints.rate()).toBeGreaterThanOrEqual(0.9)
      expect(autos.rate()).toBe(1)
    })

    it("are never seen in a person's mail", async () => {
      const score = new Score()
      for (const one of corpus.of("parse", "reply", "reply-html", "forward")) {
        const raw = one.eml_path ? corpus.raw(one) : asMail(one)
        const { automated } = await readEmail(raw)
        score.add(one.id, automated.kind === "none" || isEvidentlyMachine(raw))
      }
      report.push(`${"person".padEnd(18)} ${"not taken".padEnd(12)} ${score}`)
      showMisses("person", { score })
      expect(score.rate()).toBe(1)
    })
  })

  describe("the fields of a mail", () => {
    it("are read as three parsers agree", async () => {
      const scores: Record<string, Score> = {}
      for (const one of corpus.of("parse")) {
        const email = await readEmail(corpus.raw(one))
        for (const [field, right] of Object.entries(compareFields(one, email))) {
          if (!(one.debatable_fields ?? []).includes(field)) {
            ;(scores[field] ??= new Score()).add(one.id, right)
          }
        }
      }
      for (const [field, score] of Object.entries(scores)) {
        report.push(`${"parse".padEnd(18)} ${field.padEnd(16)} ${score}`)
      }
      showMisses("parse", scores)
      for (const score of Object.values(scores)) {
        expect(score.rate()).toBeGreaterThanOrEqual(0.9)
      }
    })
  })

  describe("hostile HTML", () => {
    it("comes out without anything that runs or loads", () => {
      const score = new Score()
      for (const one of corpus.of("sanitize")) {
        const { html } = sanitizeHtml(one.html ?? "")
        score.add(one.id, html !== null && isInert(html))
      }
      report.push(`${"sanitize".padEnd(18)} ${"inert".padEnd(12)} ${score}`)
      showMisses("sanitize", { score })
      expect(score.rate()).toBe(1)
    })
  })
}

function newReplyScores(): Record<keyof ReplyScore, Score> {
  return { exact: new Score(), no_loss: new Score(), no_leak: new Score() }
}

function asMail(one: CorpusCase): Buffer {
  const type = one.input_type === "text/html" ? "text/html" : "text/plain"
  const head =
    `From: Ann <ann@customer.test>\r\nTo: desk@shop.test\r\nMIME-Version: 1.0\r\n` +
    `Subject: ${one.subject_line ?? "Hello"}\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n`
  return Buffer.concat([Buffer.from(head), corpus!.raw(one)])
}

function sameMailboxes(found: Mailbox[], wanted: Mailbox[]): boolean {
  const shown = (boxes: Mailbox[]) =>
    boxes
      .map(({ name, address }) => `${name ?? ""}<${address ?? ""}>`.toLowerCase())
      .join()
  return shown(found) === shown(wanted)
}

function compareFields(
  { expect: wanted }: CorpusCase,
  email: ReadEmail
): Record<string, boolean> {
  const same: Record<string, boolean> = {}
  if (typeof wanted.subject === "string") {
    same.subject = collapse(email.subject) === collapse(wanted.subject)
  }
  if (typeof wanted.from_email === "string") {
    same.from_email = lower(email.from?.address) === lower(wanted.from_email)
  }
  if (typeof wanted.from_name === "string" && wanted.from_email !== "") {
    same.from_name = collapse(email.from?.name ?? "") === collapse(wanted.from_name ?? "")
  }
  if (wanted.to !== undefined) {
    same.to =
      email.to.map((to) => lower(to.address)).join() === wanted.to.map(lower).join()
  }
  if (typeof wanted.message_id === "string") {
    same.message_id = bareId(email.message_id ?? "") === bareId(wanted.message_id)
  }
  if (typeof wanted.text_nows === "string") {
    same.text_nows = withoutSpace(email.text) === withoutSpace(wanted.text_nows)
  }
  if (typeof wanted.body_ws === "string") {
    same.body_ws = collapse(email.text) === collapse(wanted.body_ws)
  }
  if (wanted.attachments !== undefined) {
    same.attachments = sameAttachments(email, wanted.attachments)
  }
  if (wanted.attachment_sha !== undefined) {
    const found = email.attachments.map(({ content }) => sha1(content).slice(0, 12))
    same.attachment_sha = found.sort().join() === [...wanted.attachment_sha].sort().join()
  }
  if (wanted.attachment_count !== undefined) {
    same.attachment_count = email.attachments.length === wanted.attachment_count
  }
  return same
}

function sameAttachments(email: ReadEmail, wanted: [string, string][]): boolean {
  return (
    email.attachments.length === wanted.length &&
    wanted.every(([name, type]) =>
      email.attachments.some(
        (found) => (name === "" || found.filename === name) && found.mime_type === type
      )
    )
  )
}

/** What a reader of the raw headers would call a machine, a list or a newsletter. */
function isEvidentlyMachine(raw: Buffer): boolean {
  const head = raw.toString("latin1").split(/\r?\n\r?\n/)[0]
  return /^(?:auto-submitted: *auto|list-|mailing-list:|x-mailing-list:|precedence: *(?:bulk|list|junk|auto)|x-auto|x-campaign|x-failed-recipients:|x-mc-user:|from:.*(?:mailer-daemon|postmaster|mail delivery)|content-type: *(?:multipart\/report|message\/delivery-status)|return-path: *<>)/im.test(
    head
  )
}

function isInert(html: string): boolean {
  return (
    !/<\s*\/?\s*(?:script|style|iframe|frame|object|embed|applet|form|input|button|textarea|select|svg|math|meta|base|link|video|audio|source|template|noscript|title|body|html|head)\b/i.test(
      html
    ) &&
    !/<[^>]*\s(?:on\w+|srcdoc|formaction|action|background|poster|xlink:href|srcset|ping)\s*=/i.test(
      html
    ) &&
    !/<[^>]*\s(?:href|src)\s*=\s*"?\s*(?:javascript|vbscript|data|file|blob|about):/i.test(
      html
    ) &&
    !/<[^>]*\ssrc\s*=\s*"(?!cid:)/i.test(html) &&
    !/<[^>]*\sstyle\s*=\s*"[^"]*(?:url\(|expression|@import|position|javascript)/i.test(
      html
    )
  )
}

function lower(text: string | undefined): string {
  return (text ?? "").toLowerCase()
}

function sha1(content: Uint8Array): string {
  return createHash("sha1").update(content).digest("hex")
}

function bareId(id: string): string {
  return id.replace(/[<>\s]/g, "")
}

/** With SHOW_MISSES the seen cases that went wrong are named; the others never are. */
function showMisses(title: string, scores: Record<string, Score>): void {
  if (process.env.SHOW_MISSES) {
    for (const [name, { misses }] of Object.entries(scores)) {
      report.push(`  ${title} ${name}: ${misses.slice(0, 40).join(" ")}`)
    }
  }
}
