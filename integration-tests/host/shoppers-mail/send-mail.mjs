/** Sends a shopper's mail the way her mail program would. */
import nodemailer from "nodemailer"
import { people } from "../demo/people.mjs"
import { findMail } from "./conversations.mjs"

const DIRECTORY = "Sent"

/**
 * @param {{ to: string, subject: string, text: string,
 *   answers?: { folder: string, uid: number },
 *   attachments?: { filename: string, mime_type: string, base64: string }[] }} written
 */
export async function sendMail(servers, shopper, written) {
  const { to, subject, text, answers, attachments = [] } = written
  if (![to, subject, text].every((field) => typeof field === "string" && field.trim())) {
    throw Object.assign(new Error("A mail needs an address, a subject and a text"), {
      status: 400,
    })
  }
  const answered =
    answers && (await findMail(servers, shopper.email, answers.folder, answers.uid))
  const raw = await compose({
    from: { name: `${shopper.first_name} ${shopper.last_name}`, address: shopper.email },
    to: recipient(to),
    subject,
    text,
    ...threadingOf(answered),
    attachments: attachments.map(({ filename, mime_type, base64 }) => ({
      filename,
      contentType: mime_type || "application/octet-stream",
      content: Buffer.from(base64, "base64"),
    })),
  })
  await transportTo(servers).sendMail({ envelope: { from: shopper.email, to }, raw })
  const [mail] = servers.deliver(raw, shopper.email, {
    folder: DIRECTORY,
    flags: ["\\Seen"],
  })
  return { id: `${DIRECTORY}/${mail.uid}` }
}

/** A department by the name it is known by. */
function recipient(address) {
  const department = people.departments.find((candidate) => candidate.address === address)
  return { name: department?.public_name ?? "", address }
}

/** RFC 5322, section 3.6.4. */
function threadingOf(answered) {
  if (!answered?.message_id) return {}
  const before = answered.references.length
    ? answered.references
    : [answered.in_reply_to].filter(Boolean)
  return {
    inReplyTo: `<${answered.message_id}>`,
    references: [...before, answered.message_id].map((id) => `<${id}>`),
  }
}

/** Composed first and sent as it is: the copy under "Sent" is the same mail, byte by byte. */
async function compose(message) {
  const composer = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: "windows",
  })
  return (await composer.sendMail(message)).message
}

function transportTo({ smtp }) {
  return nodemailer.createTransport({ ...smtp, secure: false, ignoreTLS: true })
}
