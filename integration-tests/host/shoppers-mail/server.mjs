/**
 * The page where a person writes to the shop as one of its shoppers, and reads what the shop
 * answers. It stands for the shoppers' own mail programs.
 */
import fs from "node:fs"
import { people } from "../demo/people.mjs"
import { conversationsOf, findMail } from "./conversations.mjs"
import { sendMail } from "./send-mail.mjs"

const MAX_BODY = 30 * 1024 * 1024
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'"

const FILES = {
  "/": ["page.html", "text/html"],
  "/page.css": ["page.css", "text/css"],
  "/page.js": ["page.js", "text/javascript"],
}

/**
 * Below whatever path the storefront gives them.
 * @param {string} pathname without that path, e.g. "/page.js"
 * @param {{ mail: Awaited<ReturnType<typeof import("../../support/mail-servers.mjs").startMailServers>>, adminUrl: string }} world
 */
export function answerShoppersMail(request, response, pathname, world) {
  answer(request, response, pathname, world).catch((error) => {
    if (!response.headersSent)
      sendJson(response, error.status ?? 500, { message: error.message })
    else response.destroy()
  })
}

async function answer(request, response, pathname, { mail, adminUrl }) {
  response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
  response.setHeader("X-Content-Type-Options", "nosniff")
  response.setHeader("Cache-Control", "no-store")

  const isGet = request.method === "GET"
  if (isGet && pathname in FILES) return sendFile(response, ...FILES[pathname])
  if (isGet && pathname === "/api/people")
    return sendJson(response, 200, whoIsWho(adminUrl))

  const [, api, address, mails, folder, uid, part] = pathname
    .split("/")
    .map((piece) => decodeURIComponent(piece))
  if (api !== "api" || mails !== "mails" || !isShopper(address))
    throw refusal(404, "Not found")

  if (request.method === "POST" && !folder) {
    const written = await readJson(request)
    return sendJson(response, 201, await sendMail(mail, shopperOf(address), written))
  }
  if (isGet && !folder)
    return sendJson(response, 200, await conversationsOf(mail, address))

  const found = isGet && (await findMail(mail, address, folder, Number(uid)))
  if (!found) throw refusal(404, "There is no such mail")
  if (part === undefined) return sendJson(response, 200, found)
  return sendAttachment(response, found.attachments[Number(part)])
}

const whoIsWho = (adminUrl) => ({
  admin_url: adminUrl,
  logins: [people.admin, ...people.agents].map(
    ({ email, password, first_name }, index) => ({
      email,
      password,
      first_name,
      role: index ? "agent" : "administrator",
    })
  ),
  departments: people.departments,
  shoppers: people.shoppers.map(({ email, first_name, last_name, account, address }) => ({
    email,
    name: `${first_name} ${last_name}`,
    city: address.city,
    account,
  })),
})

const shopperOf = (address) => people.shoppers.find(({ email }) => email === address)
const isShopper = (address) => Boolean(shopperOf(address))

const refusal = (status, message) => Object.assign(new Error(message), { status })

/** JSON only: a form of a foreign page cannot send it without asking first. */
async function readJson(request) {
  if (!/^application\/json/.test(request.headers["content-type"] ?? "")) {
    throw refusal(415, "Send JSON")
  }
  const chunks = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MAX_BODY) throw refusal(413, "The mail is too large")
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString("utf8"))
}

function sendJson(response, status, body) {
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8" })
  // An attachment's bytes are fetched on their own.
  response.end(
    JSON.stringify(body, (key, value) => (key === "content" ? undefined : value))
  )
}

function sendFile(response, name, type) {
  response.writeHead(200, { "Content-Type": `${type}; charset=utf-8` })
  response.end(fs.readFileSync(new URL(name, import.meta.url)))
}

/** Always a download: nothing a mail brings is opened by the page. */
function sendAttachment(response, attachment) {
  if (!attachment) throw refusal(404, "There is no such attachment")
  response.writeHead(200, {
    "Content-Type": "application/octet-stream",
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`,
  })
  response.end(attachment.content)
}
