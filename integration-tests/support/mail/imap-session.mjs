/** One client's conversation with the IMAP server. */
import { fetchAnswer, fetchItems, marksSeen } from "./imap-fetch.mjs"
import { searchCriteria } from "./imap-search.mjs"
import {
  CommandReader,
  dateOf,
  quote,
  rangesOf,
  readCommand,
  textOf,
} from "./imap-syntax.mjs"

const CAPABILITIES =
  "IMAP4rev1 LITERAL+ SASL-IR ID ENABLE NAMESPACE UIDPLUS MOVE IDLE UNSELECT SPECIAL-USE"
const SYSTEM_FLAGS = ["\\Answered", "\\Flagged", "\\Deleted", "\\Seen", "\\Draft"]
const SPECIAL_USE = ["Drafts", "Sent", "Junk", "Trash"]

/** What the client is told when a command cannot be done. */
class Refusal extends Error {}

/**
 * @typedef {import("./mailbox.mjs").Mailbox} Mailbox
 *
 * @param {import("node:net").Socket} socket
 * @param {{
 *   logIn: (user: string, password: string) => Mailbox | undefined,
 *   logInByToken?: (user: string, token: string) => Mailbox | undefined,
 *   without?: string[],
 * }} options with `logInByToken` XOAUTH2 is offered instead of passwords, as Microsoft does;
 *   `without` names capabilities that are left out, and refused as unknown commands
 */
export async function serveImap(socket, options) {
  const session = new Session(socket, options)
  try {
    await session.run()
  } finally {
    session.unselect()
    socket.destroy()
  }
}

class Session {
  #socket
  #logIn
  #logInByToken
  #without
  #reader
  #mailbox
  /** @type {import("./mailbox.mjs").Folder | undefined} */
  #folder
  #readOnly = false
  /** The mails as this client has been told of them: its sequence numbers. @type {Mail[]} */
  #view = []
  #changed = new Set()
  #someExpunged = false
  #idling = false

  constructor(socket, { logIn, logInByToken, without = [] }) {
    this.#socket = socket
    this.#logIn = logIn
    this.#logInByToken = logInByToken
    this.#without = without
    this.#reader = new CommandReader(socket)
  }

  get #capabilities() {
    const login = this.#logInByToken ? "AUTH=XOAUTH2" : "AUTH=PLAIN"

    return [...CAPABILITIES.split(" "), login]
      .filter((name) => !this.#without.includes(name))
      .join(" ")
  }

  async run() {
    this.#say(`* OK [CAPABILITY ${this.#capabilities}] Ready\r\n`)
    for (;;) {
      const command = await readCommand(this.#reader, (text) => this.#say(text))
      if (!command) return
      await this.#answer(command)
      if (command.name === "LOGOUT") return
    }
  }

  async #answer({ tag, name, args }) {
    try {
      const { command, uid, rest } = this.#find(name, args)
      this.#tellNews({ expunged: false })
      const done = await command.call(this, rest, uid)
      this.#tellNews({ expunged: !/^(FETCH|STORE|SEARCH)$/.test(name) })
      this.#say(`${tag} OK ${done ?? `${name} completed`}\r\n`)
    } catch (error) {
      if (error instanceof Refusal) this.#say(`${tag} NO ${error.message}\r\n`)
      else if (error instanceof SyntaxError) this.#say(`${tag} BAD ${error.message}\r\n`)
      else throw error
    }
  }

  #find(name, args) {
    const uid = name === "UID"
    const wanted = uid ? textOf(args[0]).toUpperCase() : name
    const rest = uid ? args.slice(1) : args
    const level = Object.keys(this.#commands).find((key) => wanted in this.#commands[key])

    const isLeftOut =
      this.#without.includes(wanted) ||
      (wanted === "EXPUNGE" && uid && this.#without.includes("UIDPLUS"))
    if (!level || isLeftOut) throw new SyntaxError(`Unknown command ${wanted}`)
    if (level !== "always" && !this.#mailbox) throw new Refusal("Log in first")
    if (level === "selected" && !this.#folder) throw new Refusal("Select a folder first")
    return { command: this.#commands[level][wanted], uid, rest }
  }

  #commands = {
    always: {
      CAPABILITY: () => this.#say(`* CAPABILITY ${this.#capabilities}\r\n`),
      NOOP: () => {},
      ID: () => this.#say('* ID ("name" "demo mail server")\r\n'),
      LOGOUT: () => this.#say("* BYE Good bye\r\n"),
      LOGIN: ([user, password]) => this.#enter(textOf(user), textOf(password)),
      AUTHENTICATE: (args) => this.#authenticate(args),
    },
    loggedIn: {
      ENABLE: () => this.#say("* ENABLED\r\n"),
      NAMESPACE: () => this.#say('* NAMESPACE (("" "/")) NIL NIL\r\n'),
      SELECT: ([name]) => this.#select(textOf(name), false),
      EXAMINE: ([name]) => this.#select(textOf(name), true),
      LIST: (args) => this.#list("LIST", args),
      LSUB: (args) => this.#list("LSUB", args),
      STATUS: ([name, items]) => this.#status(textOf(name), items.map(textOf)),
      CREATE: ([name]) => this.#create(textOf(name)),
      DELETE: ([name]) => this.#delete(textOf(name)),
      RENAME: ([name, to]) => this.#rename(textOf(name), textOf(to)),
      SUBSCRIBE: ([name]) => void this.#mailbox.subscribed.add(textOf(name)),
      UNSUBSCRIBE: ([name]) => void this.#mailbox.subscribed.delete(textOf(name)),
      APPEND: (args) => this.#append(args),
      IDLE: () => this.#idle(),
    },
    selected: {
      CHECK: () => {},
      UNSELECT: () => this.unselect(),
      CLOSE: () => this.#close(),
      EXPUNGE: ([set], uid) => this.#expunge(uid ? this.#chosen(set, true) : null),
      SEARCH: (args, uid) => this.#search(args, uid),
      FETCH: ([set, items], uid) => this.#fetch(set, items, uid),
      STORE: ([set, how, flags], uid) => this.#store(set, textOf(how), flags, uid),
      COPY: ([set, name], uid) => this.#copy(set, textOf(name), uid),
      MOVE: ([set, name], uid) => this.#move(set, textOf(name), uid),
    },
  }

  // Who is it

  #enter(user, password) {
    if (this.#logInByToken) throw new Refusal("[CANNOT] Passwords are switched off here")
    return this.#welcome(
      this.#logIn(user, password),
      "The user name or the password is wrong"
    )
  }

  #welcome(mailbox, otherwise) {
    this.#mailbox = mailbox
    if (!mailbox) throw new Refusal(`[AUTHENTICATIONFAILED] ${otherwise}`)
    return `[CAPABILITY ${this.#capabilities}] Logged in`
  }

  async #authenticate([mechanism, initial]) {
    const name = textOf(mechanism).toUpperCase()
    if (!["PLAIN", "XOAUTH2"].includes(name)) throw new Refusal("This is not offered")
    if (initial === undefined) this.#say("+ \r\n")
    const answer = initial === undefined ? await this.#reader.line() : textOf(initial)
    if (!answer || answer === "*") throw new SyntaxError("Cancelled")
    const said = Buffer.from(answer, "base64").toString("utf8")

    if (name === "XOAUTH2") return this.#enterByToken(said)
    const [, user, password] = said.split("\0")
    return this.#enter(user ?? "", password ?? "")
  }

  /** A refused token is answered with a challenge that says why; the client answers nothing. */
  async #enterByToken(said) {
    const [, user, token] =
      /^user=([^\x01]*)\x01auth=Bearer ([^\x01]*)\x01\x01$/.exec(said) ?? []
    const mailbox = user && this.#logInByToken?.(user, token)

    if (!mailbox) {
      const why = JSON.stringify({ status: "400", schemes: "Bearer", scope: "mail" })
      this.#say(`+ ${Buffer.from(why).toString("base64")}\r\n`)
      await this.#reader.line()
    }
    return this.#welcome(mailbox, "The token is not valid for this mailbox")
  }

  // Folders

  #select(name, readOnly) {
    this.unselect()
    const folder = this.#existing(name)
    this.#folder = folder
    this.#readOnly = readOnly
    this.#view = [...folder.mails]
    folder.on("arrived", this.#onNews)
    folder.on("expunged", this.#onExpunged)
    folder.on("flags", this.#onFlags)

    const firstUnseen = this.#view.findIndex((mail) => !mail.flags.has("\\Seen")) + 1
    this.#say(
      [
        `* ${this.#view.length} EXISTS`,
        "* 0 RECENT",
        `* FLAGS (${SYSTEM_FLAGS.join(" ")})`,
        `* OK [PERMANENTFLAGS (${readOnly ? "" : `${SYSTEM_FLAGS.join(" ")} \\*`})] Kept`,
        ...(firstUnseen ? [`* OK [UNSEEN ${firstUnseen}] First unseen`] : []),
        `* OK [UIDVALIDITY ${folder.uidValidity}] UIDs valid`,
        `* OK [UIDNEXT ${folder.uidNext}] Next UID`,
        "",
      ].join("\r\n")
    )
    return readOnly ? "[READ-ONLY] Selected" : "[READ-WRITE] Selected"
  }

  unselect() {
    this.#folder?.off("arrived", this.#onNews)
    this.#folder?.off("expunged", this.#onExpunged)
    this.#folder?.off("flags", this.#onFlags)
    this.#folder = undefined
    this.#view = []
    this.#changed.clear()
    this.#someExpunged = false
  }

  #existing(name) {
    const folder = this.#mailbox.folder(name)
    if (!folder) throw new Refusal(`[NONEXISTENT] There is no folder ${name}`)
    return folder
  }

  /** Where APPEND, COPY and MOVE go: the client may create it and try again. */
  #target(name) {
    const folder = this.#mailbox.folder(name)
    if (!folder) throw new Refusal(`[TRYCREATE] There is no folder ${name}`)
    return folder
  }

  #list(answer, args) {
    const [reference, pattern] = args.filter((arg) => !Array.isArray(arg)).map(textOf)
    if (answer === "LIST" && pattern === "") {
      this.#say('* LIST (\\Noselect) "/" ""\r\n')
      return
    }
    const matches = folderPattern(`${reference}${pattern}`)
    const names =
      answer === "LIST" ? this.#mailbox.folders.keys() : this.#mailbox.subscribed
    for (const name of names) {
      const use = SPECIAL_USE.includes(name)
        ? `\\HasNoChildren \\${name}`
        : "\\HasNoChildren"
      if (matches.test(name)) this.#say(`* ${answer} (${use}) "/" ${quote(name)}\r\n`)
    }
  }

  #status(name, items) {
    const folder = this.#existing(name)
    const figures = {
      MESSAGES: () => folder.mails.length,
      RECENT: () => 0,
      UIDNEXT: () => folder.uidNext,
      UIDVALIDITY: () => folder.uidValidity,
      UNSEEN: () => folder.mails.filter((mail) => !mail.flags.has("\\Seen")).length,
    }
    const answers = items.map((item) => {
      const figure = figures[item.toUpperCase()]
      if (!figure) throw new SyntaxError(`Unknown status item ${item}`)
      return `${item.toUpperCase()} ${figure()}`
    })
    this.#say(`* STATUS ${quote(name)} (${answers.join(" ")})\r\n`)
  }

  #create(name) {
    const folder = this.#mailbox.create(name.replace(/\/$/, ""))
    if (!folder) throw new Refusal("[ALREADYEXISTS] There is such a folder")
  }

  #delete(name) {
    this.#existing(name)
    if (/^inbox$/i.test(name)) throw new Refusal("[CANNOT] INBOX stays")
    this.#mailbox.delete(name)
  }

  #rename(name, to) {
    const from = this.#existing(name)
    const folder = this.#mailbox.create(to)
    if (!folder) throw new Refusal("[ALREADYEXISTS] There is such a folder")
    for (const mail of from.mails) folder.append(mail.raw, mail)
    if (from.name === "INBOX") from.expunge(from.mails)
    else this.#mailbox.delete(name)
  }

  // Mails

  #append([name, ...args]) {
    const folder = this.#target(textOf(name))
    const raw = args.at(-1)
    if (!Buffer.isBuffer(raw)) throw new SyntaxError("APPEND needs a literal")
    const flags = args.find(Array.isArray)?.map(flagOf) ?? []
    const date = args.slice(0, -1).find((arg) => typeof arg === "string")
    const mail = folder.append(raw, {
      flags,
      ...(date && { internalDate: dateOf(date) }),
    })
    return `[APPENDUID ${folder.uidValidity} ${mail.uid}] Appended`
  }

  #search(args, uid) {
    const matches = searchCriteria(args, {
      largestUid: this.#view.at(-1)?.uid ?? 0,
      largestSeq: this.#view.length,
    })
    const found = this.#view.flatMap((mail, index) =>
      !mail.expunged && matches(mail, index + 1) ? [uid ? mail.uid : index + 1] : []
    )
    this.#say(`* SEARCH${found.map((number) => ` ${number}`).join("")}\r\n`)
  }

  async #fetch(set, wanted, uid) {
    const items = fetchItems(wanted, { withUid: uid })
    const seen = marksSeen(items) && !this.#readOnly
    for (const { mail, seq } of this.#chosen(set, uid)) {
      if (mail.expunged) continue
      const flagsAdded = seen && !mail.flags.has("\\Seen")
      if (flagsAdded) this.#folder.setFlags(mail, [...mail.flags, "\\Seen"], this)
      const shown =
        flagsAdded && !items.some(({ name }) => name === "FLAGS")
          ? [...items, { name: "FLAGS" }]
          : items
      await this.#write(fetchAnswer(mail, seq, shown))
    }
  }

  #store(set, how, flags, uid) {
    if (this.#readOnly) throw new Refusal("The folder is open for reading only")
    const [, sign, silent] = /^([+-]?)FLAGS(\.SILENT)?$/i.exec(how) ?? []
    if (sign === undefined) throw new SyntaxError(`Unknown store item ${how}`)
    const given = (Array.isArray(flags) ? flags : [flags]).map(flagOf)

    for (const { mail, seq } of this.#chosen(set, uid)) {
      if (mail.expunged) continue
      const kept = sign === "" ? [] : [...mail.flags]
      const next =
        sign === "-" ? kept.filter((flag) => !given.includes(flag)) : [...kept, ...given]
      this.#folder.setFlags(mail, next, this)
      if (!silent) this.#say(flagsAnswer(mail, seq, uid))
    }
  }

  #copy(set, name, uid) {
    const target = this.#target(name)
    const mails = this.#chosen(set, uid).map(({ mail }) => mail)
    return copyCode(target, mails) ?? "Nothing to copy"
  }

  #move(set, name, uid) {
    if (this.#readOnly) throw new Refusal("The folder is open for reading only")
    const target = this.#target(name)
    const mails = this.#chosen(set, uid).map(({ mail }) => mail)
    const code = copyCode(target, mails)
    if (code) this.#say(`* OK ${code}\r\n`)
    this.#folder.expunge(mails)
    return "Moved"
  }

  #expunge(chosen) {
    if (this.#readOnly) throw new Refusal("The folder is open for reading only")
    const among = chosen?.map(({ mail }) => mail) ?? this.#folder.mails
    this.#folder.expunge(
      among.filter((mail) => mail.flags.has("\\Deleted") && !mail.expunged)
    )
  }

  #close() {
    if (!this.#readOnly) this.#expunge(null)
    this.unselect()
  }

  /** The mails of a set, with the sequence numbers this client knows them by. */
  #chosen(set, uid) {
    const view = this.#view
    const largest = uid ? (view.at(-1)?.uid ?? 0) : view.length
    const ranges = rangesOf(textOf(set), largest)
    const found = new Map()
    for (const [from, to] of ranges) {
      let index = uid ? firstAtLeast(view, from) : from - 1
      for (; index < view.length; index++) {
        if ((uid ? view[index].uid : index + 1) > to) break
        found.set(index, { mail: view[index], seq: index + 1 })
      }
    }
    return [...found.keys()].sort((a, b) => a - b).map((index) => found.get(index))
  }

  // News

  #onNews = () => {
    if (this.#idling) this.#tellNews()
  }
  #onExpunged = () => {
    this.#someExpunged = true
    if (this.#idling) this.#tellNews()
  }
  #onFlags = (mail, by) => {
    if (by === this) return
    this.#changed.add(mail)
    if (this.#idling) this.#tellNews()
  }

  /**
   * An expunge shifts sequence numbers, so it is not told within FETCH, STORE and SEARCH
   * (RFC 3501, section 7.4.1).
   */
  #tellNews({ expunged = true } = {}) {
    if (!this.#folder) return
    if (expunged && this.#someExpunged) this.#tellExpunged()

    const lastUid = this.#view.at(-1)?.uid ?? 0
    const arrived = this.#folder.mails.slice(
      firstAtLeast(this.#folder.mails, lastUid + 1)
    )
    if (arrived.length) {
      this.#view.push(...arrived)
      this.#say(`* ${this.#view.length} EXISTS\r\n`)
    }
    for (const mail of this.#changed) {
      const seq = this.#view.indexOf(mail) + 1
      if (seq) this.#say(flagsAnswer(mail, seq, true))
    }
    this.#changed.clear()
  }

  #tellExpunged() {
    this.#someExpunged = false
    for (let index = this.#view.length - 1; index >= 0; index--) {
      if (!this.#view[index].expunged) continue
      this.#view.splice(index, 1)
      this.#say(`* ${index + 1} EXPUNGE\r\n`)
    }
  }

  async #idle() {
    this.#say("+ Waiting\r\n")
    this.#idling = true
    this.#tellNews()
    await this.#reader.line()
    this.#idling = false
  }

  #say(text) {
    if (this.#socket.writable) this.#socket.write(text, "latin1")
  }

  /** Waits for a slow client instead of holding its mails in memory. */
  async #write(pieces) {
    const bytes = pieces.map((piece) =>
      typeof piece === "string" ? Buffer.from(piece, "latin1") : piece
    )
    if (!this.#socket.writable || this.#socket.write(Buffer.concat(bytes))) return
    await new Promise((resolve) => {
      this.#socket.once("drain", resolve)
      this.#socket.once("close", resolve)
    })
  }
}

function flagsAnswer(mail, seq, withUid) {
  const uid = withUid ? `UID ${mail.uid} ` : ""
  return `* ${seq} FETCH (${uid}FLAGS (${[...mail.flags].join(" ")}))\r\n`
}

/** System flags in the spelling of the standard, keywords as they came. */
function flagOf(token) {
  const flag = textOf(token)
  return SYSTEM_FLAGS.find((known) => known.toLowerCase() === flag.toLowerCase()) ?? flag
}

function copyCode(target, mails) {
  const present = mails.filter((mail) => !mail.expunged)
  if (!present.length) return null
  const copies = present.map((mail) => target.append(mail.raw, mail))
  const uids = (list) => list.map(({ uid }) => uid).join(",")
  return `[COPYUID ${target.uidValidity} ${uids(present)} ${uids(copies)}] Copied`
}

/** `*` is anything, `%` anything within one level. */
function folderPattern(pattern) {
  const source = pattern.replace(/[.+?^${}()|[\]\\*%]/g, (character) =>
    character === "*" ? ".*" : character === "%" ? "[^/]*" : `\\${character}`
  )
  return new RegExp(`^${source}$`, /^inbox$/i.test(pattern) ? "i" : "")
}

/** The index of the first mail whose UID is at least this, in a list sorted by UID. */
function firstAtLeast(mails, uid) {
  let [low, high] = [0, mails.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (mails[middle].uid < uid) low = middle + 1
    else high = middle
  }
  return low
}
