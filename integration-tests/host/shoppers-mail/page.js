const REFRESH_MS = 3000
const byId = (id) => document.getElementById(id)

const state = {
  people: null,
  shopper: null,
  conversations: [],
  openId: null,
  answering: null,
  /** Mails already seen in this tab, by shopper and mail. */
  seen: new Set(JSON.parse(sessionStorage.getItem("seen") ?? "[]")),
  shown: "",
}

async function start() {
  state.people = await get("api/people")
  drawPeople()
  const wanted = decodeURIComponent(location.hash.slice(1))
  const first = state.people.shoppers.find(({ email }) => email === wanted)
  await choose(first ?? state.people.shoppers[0])
  setInterval(() => document.hidden || refresh().catch(() => {}), REFRESH_MS)

  byId("write").addEventListener("click", () => compose(null))
  byId("reply").addEventListener("click", () => compose(newestOf(openConversation())))
  byId("cancel").addEventListener("click", () => byId("composer").close())
  byId("form").addEventListener("submit", send)
}

// Who

function drawPeople() {
  byId("aside").open = matchMedia("(min-width: 1081px)").matches
  const { shoppers, admin_url, logins, departments } = state.people
  byId("shoppers").replaceChildren(
    ...shoppers.map((shopper) => {
      const initials = shopper.name.replace(/(\S)\S*\s*/g, "$1")
      const face = element("span", {
        className: "face",
        textContent: initials,
        ariaHidden: "true",
      })
      face.style.background = colourOf(shopper.email)
      const kind = shopper.account ? "has an account" : "guest"
      const name = element(
        "span",
        {},
        shopper.name,
        element("small", {}, `${shopper.city}, ${kind}`)
      )
      const button = element(
        "button",
        { type: "button", className: "shopper" },
        face,
        name
      )
      button.dataset.email = shopper.email
      button.addEventListener("click", () => choose(shopper))
      return element("li", {}, button)
    })
  )
  const tickets = `${admin_url}/crm/tickets`
  Object.assign(byId("admin"), { href: tickets, textContent: tickets })
  byId("logins").replaceChildren(
    ...logins.flatMap(({ first_name, role, email, password }) => [
      element("dt", {}, `${first_name}, ${role}`),
      element("dd", {}, element("code", {}, email), " ", element("code", {}, password)),
    ])
  )
  byId("to").replaceChildren(
    ...departments.map(({ public_name, address }) =>
      element("option", { value: address }, `${public_name} <${address}>`)
    )
  )
}

async function choose(shopper) {
  Object.assign(state, { shopper, openId: null, shown: "" })
  history.replaceState(null, "", `#${encodeURIComponent(shopper.email)}`)
  for (const button of document.querySelectorAll(".shopper")) {
    button.setAttribute("aria-current", String(button.dataset.email === shopper.email))
  }
  byId("list-title").textContent = `Mailbox of ${shopper.name}`
  await refresh()
}

// The mailbox

async function refresh() {
  const { shopper } = state
  const { conversations } = await get(`api/${encodeURIComponent(shopper.email)}/mails`)
  if (shopper !== state.shopper) return
  const now = JSON.stringify(conversations)
  if (now === state.shown) return
  if (state.shown) announceNew(conversations)
  Object.assign(state, { conversations, shown: now })
  drawList()
  await drawConversation()
}

function announceNew(conversations) {
  const before = new Set(
    state.conversations.flatMap(({ mails }) => mails.map(({ id }) => id))
  )
  const arrived = conversations
    .flatMap(({ mails }) => mails)
    .filter(({ id, sent }) => !sent && !before.has(id))
  if (arrived.length)
    say(`New mail from ${arrived[0].from.name || arrived[0].from.email}`)
}

function drawList() {
  byId("empty").hidden = state.conversations.length > 0
  byId("conversations").replaceChildren(...state.conversations.map(listItem))
}

function listItem({ id, mails }) {
  const [newest] = mails
  const unread = mails.some((mail) => !mail.seen && !state.seen.has(keyOf(mail)))
  const other = newest.sent ? `To ${nameOf(newest.to[0])}` : nameOf(newest.from)
  const count = mails.length > 1 ? ` (${mails.length})` : ""
  const button = element(
    "button",
    { type: "button", className: `item${unread ? " unread" : ""}` },
    element(
      "span",
      { className: "who" },
      element("span", {}, other, element("span", { className: "count" }, count)),
      moment(newest.date)
    ),
    element("span", { className: "subject" }, mails.at(-1).subject || "(no subject)"),
    element("span", { className: "snippet" }, newest.snippet)
  )
  button.setAttribute("aria-current", String(id === state.openId))
  button.addEventListener("click", async () => {
    state.openId = id
    await drawConversation()
    drawList()
    byId("reader-title").focus()
  })
  return element("li", {}, button)
}

const openConversation = () => state.conversations.find(({ id }) => id === state.openId)
const newestOf = ({ mails }) => mails.find(({ sent }) => !sent) ?? mails[0]

async function drawConversation() {
  const conversation = openConversation()
  byId("nothing").hidden = Boolean(conversation)
  byId("conversation").hidden = !conversation
  if (!conversation) return

  const mails = await Promise.all(conversation.mails.map(({ id }) => get(mailUrl(id))))
  if (conversation !== openConversation()) return
  byId("reader-title").textContent = conversation.mails.at(-1).subject || "(no subject)"
  byId("mails").replaceChildren(...mails.map(mailItem))
  for (const mail of mails) state.seen.add(keyOf(mail))
  sessionStorage.setItem("seen", JSON.stringify([...state.seen]))
}

function mailItem(mail) {
  const automatic = mail.auto_submitted && mail.auto_submitted !== "no"
  return element(
    "li",
    { className: `mail ${mail.sent ? "sent" : "received"}` },
    element(
      "header",
      {},
      element("strong", {}, nameOf(mail.from)),
      ...(automatic ? [element("span", { className: "badge" }, "automatic")] : []),
      element("span", {}, `to ${[...mail.to, ...mail.cc].map(nameOf).join(", ")}`),
      moment(mail.date)
    ),
    mail.html ? htmlFrame(mail) : bodyText(mail.text),
    ...(mail.attachments.length ? [files(mail)] : []),
    headers(mail)
  )
}

/** The quoted history is folded, as mail programs do. */
function bodyText(text) {
  const lines = text.trimEnd().split("\n")
  const firstQuoted = lines.findIndex(
    (line, index) =>
      line.startsWith(">") && lines.slice(index).every((rest) => /^(>|\s*$)/.test(rest))
  )
  if (firstQuoted < 0) return element("pre", {}, text.trimEnd())
  const intro = /wrote:\s*$|schrieb.*:\s*$|écrit.*:\s*$/.test(
    lines[firstQuoted - 1] ?? ""
  )
    ? 1
    : 0
  const cut = firstQuoted - intro
  return element(
    "div",
    {},
    element("pre", {}, lines.slice(0, cut).join("\n").trimEnd()),
    element(
      "details",
      {},
      element("summary", {}, "Quoted text"),
      element("pre", {}, lines.slice(cut).join("\n"))
    )
  )
}

/** Without scripts, forms and foreign pictures, whatever the mail contains. */
function htmlFrame({ html, subject }) {
  const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
  const frame = element("iframe", { title: `The mail "${subject}"` })
  frame.setAttribute("sandbox", "")
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}"><style>body{font:15px/1.5 system-ui,sans-serif;margin:12px;overflow-wrap:anywhere}</style>${html}`
  return frame
}

function files({ id, attachments }) {
  const links = attachments.map(({ filename, size }, index) =>
    element(
      "a",
      { href: `${mailUrl(id)}/${index}`, download: filename },
      `📎 ${filename}, ${sizeOf(size)}`
    )
  )
  return element("div", { className: "files" }, ...links)
}

/** How mail programs know what belongs together. */
function headers({ message_id, in_reply_to, references }) {
  const lines = [
    `Message-ID: ${message_id ?? "none"}`,
    `In-Reply-To: ${in_reply_to ?? "none"}`,
    `References: ${references.join(" ") || "none"}`,
  ]
  return element(
    "details",
    {},
    element("summary", {}, "Threading headers"),
    element("pre", { className: "headers" }, lines.join("\n"))
  )
}

// Writing

async function compose(answered) {
  const form = byId("form")
  form.reset()
  byId("error").hidden = true
  byId("from").textContent = `${state.shopper.name} <${state.shopper.email}>`
  byId("composer-title").textContent = answered ? "Reply" : "New mail"
  document.querySelector("option.other")?.remove()

  state.answering = answered ? await get(mailUrl(answered.id)) : null
  if (state.answering) {
    const { subject, sent, to, from, reply_to, text, date } = state.answering
    chooseRecipient(sent ? to[0] : (reply_to[0] ?? from))
    byId("subject").value = /^(re|aw|sv|tr):/i.test(subject) ? subject : `Re: ${subject}`
    const quoted = text.trimEnd().replace(/^/gm, "> ")
    const day = new Date(date).toLocaleString("en-GB", {
      dateStyle: "medium",
      timeStyle: "short",
    })
    byId("text").value = `\n\nOn ${day}, ${nameOf(from)} wrote:\n${quoted}\n`
  }
  byId("composer").showModal()
  const field = byId(answered ? "text" : "subject")
  field.focus()
  field.setSelectionRange(0, 0)
  field.scrollTop = 0
}

function chooseRecipient({ name, email }) {
  const select = byId("to")
  if (![...select.options].some(({ value }) => value === email)) {
    select.append(
      element(
        "option",
        { value: email, className: "other" },
        name ? `${name} <${email}>` : email
      )
    )
  }
  select.value = email
}

async function send(event) {
  event.preventDefault()
  const button = byId("send")
  button.disabled = true
  try {
    const attachments = await Promise.all([...byId("files").files].map(readFile))
    const { answering } = state
    const { id } = await post(`api/${encodeURIComponent(state.shopper.email)}/mails`, {
      to: byId("to").value,
      subject: byId("subject").value,
      text: byId("text").value,
      attachments,
      ...(answering && { answers: { folder: answering.folder, uid: answering.uid } }),
    })
    byId("composer").close()
    await refresh()
    state.openId = state.conversations.find(({ mails }) =>
      mails.some((mail) => mail.id === id)
    )?.id
    drawList()
    await drawConversation()
    say("Sent. The shop sees it within five seconds.")
  } catch (error) {
    Object.assign(byId("error"), { textContent: error.message, hidden: false })
  } finally {
    button.disabled = false
  }
}

async function readFile(file) {
  const dataUrl = await new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
  return {
    filename: file.name,
    mime_type: file.type,
    base64: dataUrl.slice(dataUrl.indexOf(",") + 1),
  }
}

// Small things

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

const get = (url) => request(url)
const post = (url, body) =>
  request(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  })

async function request(url, options) {
  const answer = await fetch(url, options)
  const body = await answer.json()
  if (!answer.ok) throw new Error(body.message)
  return body
}

const mailUrl = (id) => `api/${encodeURIComponent(state.shopper.email)}/mails/${id}`
const keyOf = ({ id }) => `${state.shopper.email} ${id}`
const nameOf = ({ name, email } = {}) => name || email || "unknown"
const sizeOf = (bytes) =>
  bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`

function moment(iso) {
  const date = new Date(iso)
  const today = date.toDateString() === new Date().toDateString()
  const text = date.toLocaleString(
    "en-GB",
    today ? { timeStyle: "short" } : { dateStyle: "medium" }
  )
  return element("time", { dateTime: iso, title: date.toLocaleString() }, text)
}

function colourOf(text) {
  const sum = [...text].reduce(
    (total, letter) => (total * 31 + letter.codePointAt(0)) % 360,
    7
  )
  // Dark enough for white letters in every hue: green and yellow look brighter than they are.
  return `hsl(${sum} 45% 30%)`
}

let silence
function say(text) {
  byId("news").textContent = text
  clearTimeout(silence)
  silence = setTimeout(() => (byId("news").textContent = ""), 4000)
}

await start()
