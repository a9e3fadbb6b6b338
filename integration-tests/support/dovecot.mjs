/** A private Dovecot on a free port: what a real IMAP server does, the tests see here first. */
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { ImapFlow } from "imapflow"
import { spawnGuarded } from "./guarded-child.mjs"
import { freePort } from "./postgres.mjs"
import { until } from "./until.mjs"

const BINARIES = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"]
const PASSWORD = "pw"

/** @returns {string | null} the Debian package that is missing */
export const dovecotMissing = () => (binary() ? null : "dovecot-imapd")

/**
 * @param {{ users: string[] }} options mailboxes, all with one password
 * @returns {Promise<Dovecot>}
 *
 * @typedef {{
 *   host: string
 *   port: number
 *   password: string
 *   fill: (user: string, mails: Iterable<Buffer | string>) => void
 *   append: (user: string, mail: Buffer | string) => void
 *   copy: (user: string, to: string) => void
 *   count: (user: string) => Promise<number>
 *   uidValidity: (user: string) => Promise<bigint>
 *   changeUidValidity: (user: string) => Promise<void>
 *   client: (user: string) => ImapFlow
 *   log: () => string
 *   stop: () => Promise<void>
 * }} Dovecot `copy` fills a mailbox with the mails of another, in the same order
 */
export async function startDovecot({ users }) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "crm-dovecot-"))
  const account = mailAccount()
  const port = await freePort()
  const logFile = path.join(home, "dovecot.log")

  makeFolder(home, account)
  fs.writeFileSync(logFile, "")
  fs.chmodSync(logFile, 0o666)
  for (const user of users) makeMailbox(mailbox(user), account)
  const configuration = path.join(home, "dovecot.conf")
  fs.writeFileSync(configuration, settings({ home, port, logFile, account }))

  const server = spawnGuarded(binary(), ["-F", "-c", configuration])
  const connection = (user) => ({
    host: "127.0.0.1",
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass: PASSWORD },
    logger: false,
  })

  async function stop() {
    await server.stop()
    fs.rmSync(home, { recursive: true, force: true })
  }
  const log = () => fs.readFileSync(logFile, "utf8")

  await until(() => accepts(connection(users[0])), {
    what: () => `Dovecot to accept a login:\n${log()}`,
  }).catch(async (error) => {
    await stop()
    throw error
  })

  return {
    host: "127.0.0.1",
    port,
    password: PASSWORD,
    fill: (user, mails) => {
      for (const mail of mails) deliver(mailbox(user), mail, account)
    },
    append: (user, mail) => deliver(mailbox(user), mail, account),
    copy: (user, to) => copyMails(mailbox(user), mailbox(to)),
    count: async (user) => (await status(connection(user))).messages,
    uidValidity: async (user) => (await status(connection(user))).uidValidity,
    changeUidValidity: async (user) => {
      const { uidValidity } = await status(connection(user))
      changeUidValidity(mailbox(user), uidValidity + 1000n)
      await until(
        async () => (await status(connection(user))).uidValidity !== uidValidity,
        {
          what: () => "Dovecot to announce the new UIDVALIDITY",
        }
      )
    },
    client: (user) => quietClient(connection(user)),
    log,
    stop,
  }

  function mailbox(user) {
    return path.join(home, "mail", user)
  }
}

const binary = () => BINARIES.find((file) => fs.existsSync(file))

/** Dovecot keeps no mail as root. */
function mailAccount() {
  if (process.getuid() !== 0) {
    const { username, gid } = os.userInfo()
    return { user: username, group: String(gid) }
  }
  const [, , uid, gid] = fs
    .readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((line) => line.startsWith("nobody:"))
    .split(":")
  return { user: "nobody", group: gid, uid: Number(uid), gid: Number(gid) }
}

const settings = ({ home, port, logFile, account }) => `
base_dir = ${home}/run
log_path = ${logFile}
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
default_internal_user = ${account.user}
default_login_user = ${account.user}
default_internal_group = ${groupName(account.group)}
first_valid_uid = 0
mail_location = maildir:${home}/mail/%u
mail_uid = ${account.user}
mail_gid = ${account.group}
mail_fsync = never
mail_max_userip_connections = 50
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${account.user} gid=${account.group} home=${home}/mail/%u
}
`

const groupName = (gid) =>
  fs
    .readFileSync("/etc/group", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .find((fields) => fields[2] === gid)?.[0] ?? gid

function makeFolder(folder, { uid, gid }) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
  fs.chmodSync(folder, 0o755)
  if (uid !== undefined) fs.chownSync(folder, uid, gid)
}

function makeMailbox(folder, account) {
  makeFolder(path.dirname(folder), account)
  makeFolder(folder, account)
  for (const part of ["cur", "new", "tmp"]) makeFolder(path.join(folder, part), account)
}

let delivered = 0

/** Maildir's way: written in `tmp`, renamed into `new`. UIDs follow the order of the names. */
function deliver(folder, mail, { uid, gid }) {
  const order = String(++delivered).padStart(8, "0")
  const name = `${Math.floor(Date.now() / 1000)}.M${order}P${process.pid}R${randomBytes(4).toString("hex")}.test`
  const draft = path.join(folder, "tmp", name)

  fs.writeFileSync(draft, mail)
  if (uid !== undefined) fs.chownSync(draft, uid, gid)
  fs.renameSync(draft, path.join(folder, "new", name))
}

function copyMails(from, to) {
  for (const folder of ["new", "cur"]) {
    for (const file of fs.readdirSync(path.join(from, folder))) {
      // Without the flags behind the colon.
      fs.linkSync(path.join(from, folder, file), path.join(to, "new", file.split(":")[0]))
    }
  }
}

/** The same mails with the same UIDs under another UIDVALIDITY, as after a server was rebuilt. */
function changeUidValidity(folder, uidValidity) {
  const list = path.join(folder, "dovecot-uidlist")
  const rewritten = fs.readFileSync(list, "utf8").replace(/^(3 V)\d+/, `$1${uidValidity}`)
  fs.writeFileSync(list, rewritten)
  for (const file of fs.readdirSync(folder)) {
    if (file.startsWith("dovecot.index")) fs.rmSync(path.join(folder, file))
  }
}

function quietClient(connection) {
  const client = new ImapFlow(connection)
  // Without a listener a broken connection ends the whole process.
  client.on("error", () => {})
  return client
}

async function accepts(connection) {
  const client = quietClient(connection)
  try {
    await client.connect()
    await client.logout()
    return true
  } catch {
    return false
  }
}

async function status(connection) {
  const client = quietClient(connection)
  await client.connect()
  try {
    return await client.status("INBOX", { messages: true, uidValidity: true })
  } finally {
    await client.logout()
  }
}
