import fs from "node:fs"
import { onStop } from "./lifetime.mjs"
import { inDemo } from "./paths.mjs"
import { people } from "./people.mjs"
import { GOOGLE_MAILBOX } from "./provider.mjs"

/** Tells scripts (`.demo/demo.json`) and people where everything is. */
export async function announce({ apiUrl, storefrontUrl, key, mail, database }, elapsed) {
  const login = ({ email, password }) => ({ email, password })
  const demo = {
    pid: process.pid,
    admin_url: `${apiUrl}/app`,
    api_url: apiUrl,
    storefront_url: storefrontUrl,
    mailboxes_url: `${storefrontUrl}/mailboxes/`,
    publishable_key: key,
    admin: login(people.admin),
    agents: people.agents.map(login),
    shoppers: people.shoppers
      .filter(({ account }) => account)
      .map((shopper) => ({ ...login(shopper), imap: imapOf(mail, shopper.email) })),
    smtp: mail.smtp,
    google_mailbox: GOOGLE_MAILBOX,
    // Only the demo's own, which holds no secret; somebody else's address stays where it is.
    ...(process.env.DATABASE_URL ? {} : { database_url: database.url }),
    departments: people.departments.map(({ name, address }) => ({ name, address })),
  }
  const file = inDemo("demo.json")
  onStop(() => fs.rmSync(file, { force: true }))
  // Renamed into place: who waits for the file never reads half of it.
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(demo, null, 2)}\n`)
  fs.renameSync(`${file}.new`, file)

  console.log(welcome(demo, elapsed))
}

/** What every request of a storefront carries. */
export async function publishableKey(database) {
  const [{ token }] = await database.query(
    "select token from api_key where type = 'publishable' and title = $1",
    [people.shop]
  )
  return token
}

const imapOf = (mail, email) =>
  mail.mailboxes.find(({ address }) => address === email).imap

function welcome(demo, elapsed) {
  const [shopper] = demo.shoppers
  const [, , department] = demo.departments
  return `
The demo is up after ${elapsed}.

  Admin            ${demo.admin_url}
    administrator  ${demo.admin.email}  ${demo.admin.password}
${demo.agents.map(({ email, password }) => `    agent          ${email}  ${password}`).join("\n")}

  Storefront       ${demo.storefront_url}
    shopper        ${shopper.email}  ${shopper.password}
    Write with the contact form, ask about an order of yours, or as a guest with an order's number.

  Shoppers' mail   ${demo.mailboxes_url}
    Write to the shop as a shopper there, e.g. as ${shopper.email} to ${department.address}.
    Within five seconds the mail is a ticket; the answer arrives on the same page.

  Google           Connect ${demo.google_mailbox} under Settings, Support mail accounts:
                   a page on this machine stands in for Google's.

  Mail servers     SMTP ${demo.smtp.host}:${demo.smtp.port}, IMAP ${shopper.imap.host}:${shopper.imap.port}, both without TLS
  For scripts      .demo/demo.json, logs in .demo/logs

Ctrl-C stops the demo and keeps its data. \`npm run demo -- --fresh\` starts over.
`
}
