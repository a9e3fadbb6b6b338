/** A shopper's mails, received and sent, gathered into conversations. */
import PostalMime from "postal-mime"

const FOLDERS = ["INBOX", "Sent"]

/** Mails do not change, so each is read once. @type {WeakMap<object, Promise<object>>} */
const read = new WeakMap()

/** Conversations of a mailbox, the latest first, and in each the latest mail first. */
export async function conversationsOf(servers, address) {
  const mails = await Promise.all(
    FOLDERS.flatMap((folder) =>
      servers.messages(address, folder).map((mail) => readOnce(mail, folder))
    )
  )
  mails.sort((one, other) => Date.parse(other.date) - Date.parse(one.date))
  const conversations = new Map()
  for (const mail of mails) {
    const key = rootOf(mail, mails)
    if (!conversations.has(key)) conversations.set(key, [])
    conversations.get(key).push(withoutBody(mail))
  }
  return { conversations: [...conversations].map(([id, mails]) => ({ id, mails })) }
}

/** One mail as a person reads it; null when there is none. */
export async function findMail(servers, address, folder, uid) {
  if (!FOLDERS.includes(folder)) return null
  const mail = servers
    .messages(address, folder)
    .find((candidate) => candidate.uid === uid)
  return mail ? readOnce(mail, folder) : null
}

function readOnce(mail, folder) {
  if (!read.has(mail)) read.set(mail, readMail(mail, folder))
  return read.get(mail)
}

async function readMail({ uid, raw, flags, internalDate }, folder) {
  const mail = await PostalMime.parse(raw)
  const text = mail.text ?? textOfHtml(mail.html ?? "")
  return {
    id: `${folder}/${uid}`,
    folder,
    uid,
    sent: folder === "Sent",
    seen: flags.has("\\Seen"),
    from: person(mail.from),
    reply_to: mail.replyTo?.map(person) ?? [],
    to: (mail.to ?? []).map(person),
    cc: (mail.cc ?? []).map(person),
    subject: mail.subject ?? "",
    date: dateOf(mail.date, internalDate),
    message_id: bare(mail.messageId),
    in_reply_to: bare(mail.inReplyTo),
    references: (mail.references ?? "").match(/<[^<>\s]+>/g)?.map(bare) ?? [],
    auto_submitted: headerOf(mail, "auto-submitted"),
    text,
    html: mail.html ?? null,
    snippet: snippetOf(text),
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      filename: filename ?? "attachment",
      mime_type: mimeType,
      size: content.byteLength,
      content: Buffer.from(content),
    })),
  }
}

function withoutBody({ text: _text, html: _html, ...mail }) {
  return mail
}

/** The oldest mail one can reach through References and In-Reply-To, by its Message-ID. */
function rootOf(mail, mails) {
  let root = mail
  for (let steps = 0; steps < 50; steps++) {
    const earlier = [...root.references, root.in_reply_to].find(
      (id) =>
        id && id !== root.message_id && mails.some(({ message_id }) => message_id === id)
    )
    if (!earlier) break
    root = mails.find(({ message_id }) => message_id === earlier)
  }
  return root.message_id ?? root.id
}

const person = (address) => ({ name: address?.name ?? "", email: address?.address ?? "" })
const bare = (id) => (id ? id.trim().replace(/^<|>$/g, "") : null)
const headerOf = (mail, name) =>
  mail.headers.find(({ key }) => key === name)?.value ?? null

function dateOf(claimed, arrived) {
  const date = new Date(claimed ?? "")
  return (Number.isNaN(date.getTime()) ? arrived : date).toISOString()
}

const snippetOf = (text) =>
  text
    .split("\n")
    .filter((line) => line.trim() && !line.startsWith(">"))
    .join(" ")
    .slice(0, 140)

/** Good enough for a preview; the mail itself is shown as HTML. */
const textOfHtml = (html) =>
  html
    .replace(/<(style|script|head)[\s\S]*?<\/\1>/gi, " ")
    .replace(/<br\s*\/?>|<\/(p|div|tr|li|h\d)>/gi, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
