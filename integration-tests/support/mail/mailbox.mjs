/**
 * A person's mailbox: folders of mails with UIDs and flags, in memory or kept on disk.
 *
 * On disk a folder is a directory with one `<uid>.eml` per mail, exactly the bytes that arrived, and
 * `index.json` with UIDs, flags and dates.
 */
import { EventEmitter } from "node:events"
import fs from "node:fs"
import path from "node:path"

/** @typedef {{ uid: number, flags: Set<string>, internalDate: Date, size: number, raw: Buffer, expunged: boolean }} Mail */

const FIRST_FOLDERS = ["INBOX", "Drafts", "Sent", "Junk", "Trash"]

export class Mailbox {
  /** @type {Map<string, Folder>} */
  folders = new Map()
  subscribed = new Set(FIRST_FOLDERS)

  /** @param {{ address: string, user: string, password: string, storeDir?: string }} options */
  constructor({ address, user, password, storeDir }) {
    this.address = address
    this.user = user
    this.password = password
    this.dir = storeDir && path.join(storeDir, fileName(address))

    for (const name of [...FIRST_FOLDERS, ...this.#keptFolders()]) this.create(name)
  }

  get inbox() {
    return this.folders.get("INBOX")
  }

  /** @param {string} name INBOX is the same in any case (RFC 3501, section 5.1) */
  folder(name) {
    return this.folders.get(/^inbox$/i.test(name) ? "INBOX" : name)
  }

  create(name) {
    if (this.folder(name)) return null
    const folder = new Folder(name, this.dir && path.join(this.dir, fileName(name)))
    this.folders.set(name, folder)
    return folder
  }

  delete(name) {
    this.folder(name)?.remove()
    this.folders.delete(name)
  }

  flush() {
    for (const folder of this.folders.values()) folder.flush()
  }

  #keptFolders() {
    if (!this.dir || !fs.existsSync(this.dir)) return []
    return fs.readdirSync(this.dir).map((name) => decodeURIComponent(name))
  }
}

/** Emits `arrived`, `expunged` and `flags` (with the mail and who changed them). */
export class Folder extends EventEmitter {
  /** @type {Mail[]} by UID, ascending */
  mails = []
  uidNext = 1
  uidValidity = newUidValidity()
  #saving

  constructor(name, dir) {
    super()
    this.setMaxListeners(0)
    this.name = name
    this.dir = dir
    if (dir) this.#load()
  }

  /** @param {Buffer} raw @returns {Mail} */
  append(raw, { flags = [], internalDate = new Date() } = {}) {
    const mail = this.#mail({ uid: this.uidNext++, flags, internalDate, raw })
    if (this.dir) {
      fs.writeFileSync(`${this.#file(mail.uid)}.new`, raw)
      fs.renameSync(`${this.#file(mail.uid)}.new`, this.#file(mail.uid))
    }
    this.mails.push(mail)
    this.#saveSoon()
    this.emit("arrived")
    return mail
  }

  /** @param {Mail} mail @param {Iterable<string>} flags @param {object} [by] is not told again */
  setFlags(mail, flags, by) {
    mail.flags = new Set(flags)
    this.#saveSoon()
    this.emit("flags", mail, by)
  }

  /** @param {Mail[]} mails */
  expunge(mails) {
    if (!mails.length) return
    for (const mail of mails) {
      mail.expunged = true
      if (this.dir) fs.rmSync(this.#file(mail.uid), { force: true })
    }
    this.mails = this.mails.filter((mail) => !mail.expunged)
    // At once, or a crash would hand the UID of an expunged mail to the next one.
    this.flush({ always: true })
    this.emit("expunged")
  }

  remove() {
    clearTimeout(this.#saving)
    this.#saving = undefined
    if (this.dir) fs.rmSync(this.dir, { recursive: true, force: true })
  }

  flush({ always = false } = {}) {
    if (!this.dir || (!this.#saving && !always)) return
    clearTimeout(this.#saving)
    this.#saving = undefined
    const { uidValidity, uidNext } = this
    const mails = this.mails.map(({ uid, flags, internalDate }) => ({
      uid,
      flags: [...flags],
      internalDate,
    }))
    const index = path.join(this.dir, "index.json")
    fs.writeFileSync(`${index}.new`, JSON.stringify({ uidValidity, uidNext, mails }))
    fs.renameSync(`${index}.new`, index)
  }

  #saveSoon() {
    if (this.dir) this.#saving ??= setTimeout(() => this.flush(), 50)
  }

  #mail({ uid, flags, internalDate, raw, size = raw.length }) {
    const file = this.dir && this.#file(uid)
    return {
      uid,
      flags: new Set(flags),
      internalDate,
      size,
      expunged: false,
      get raw() {
        return file ? fs.readFileSync(file) : raw
      },
    }
  }

  #file(uid) {
    return path.join(this.dir, `${uid}.eml`)
  }

  /** Mails that a crash kept out of the index are taken up again: their files are complete. */
  #load() {
    fs.mkdirSync(this.dir, { recursive: true })
    const index = this.#readIndex()
    const known = new Map(index?.mails.map((mail) => [mail.uid, mail]))
    const uids = fs
      .readdirSync(this.dir)
      .flatMap((name) => (/^(\d+)\.eml$/.test(name) ? [Number.parseInt(name, 10)] : []))
      .sort((a, b) => a - b)

    for (const uid of uids) {
      const { size, mtime } = fs.statSync(this.#file(uid))
      const { flags = [], internalDate = mtime } = known.get(uid) ?? {}
      this.mails.push(
        this.#mail({ uid, flags, internalDate: new Date(internalDate), size })
      )
    }
    this.uidValidity = index?.uidValidity ?? this.uidValidity
    this.uidNext = Math.max(index?.uidNext ?? 1, (uids.at(-1) ?? 0) + 1)
    this.flush({ always: true })
  }

  /** Without an index nobody knows which UIDs were used: the new UIDVALIDITY says so. */
  #readIndex() {
    try {
      return JSON.parse(fs.readFileSync(path.join(this.dir, "index.json"), "utf8"))
    } catch {
      return null
    }
  }
}

/** Larger than any before, also when two folders are made within one second. */
let lastUidValidity = 0
function newUidValidity() {
  lastUidValidity = Math.max(lastUidValidity + 1, Math.floor(Date.now() / 1000))
  return lastUidValidity
}

const fileName = (name) => encodeURIComponent(name).replaceAll(".", "%2E")
