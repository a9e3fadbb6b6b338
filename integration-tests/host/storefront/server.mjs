/** Serves the built storefront, and below `/mailboxes` the shoppers' mail programs. */
import fs from "node:fs"
import http from "node:http"
import path from "node:path"
import { answerShoppersMail } from "../shoppers-mail/server.mjs"

const HOST = "127.0.0.1"
const MAILBOXES = "/mailboxes"
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
}

/**
 * @param {{ folder: string, port: number, backendUrl: string, publishableKey: string,
 *   mail: Awaited<ReturnType<typeof import("../../support/mail-servers.mjs").startMailServers>> }} options
 */
export async function startStorefront({ port, ...shop }) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost")
    if (pathname === MAILBOXES) return redirect(response, `${MAILBOXES}/`)
    if (pathname.startsWith(`${MAILBOXES}/`)) {
      const { mail, backendUrl } = shop
      const below = pathname.slice(MAILBOXES.length)
      return answerShoppersMail(request, response, below, {
        mail,
        adminUrl: `${backendUrl}/app`,
      })
    }
    sendPage(response, pathname, shop)
  })
  await new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, process.env.DEMO_HOST ?? HOST, () => resolve())
  })
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function redirect(response, location) {
  response.writeHead(301, { Location: location })
  response.end()
}

function sendPage(response, pathname, { folder, backendUrl, publishableKey }) {
  const file = fileOf(folder, pathname)
  const type = TYPES[path.extname(file)] ?? "application/octet-stream"
  const content = fs.readFileSync(file)

  response.writeHead(200, {
    "Content-Type": type,
    "Content-Security-Policy": policy(backendUrl),
    "X-Content-Type-Options": "nosniff",
    // Links in mails hold what lets a shopper in.
    "Referrer-Policy": "no-referrer",
    "Cache-Control": file.includes(`${path.sep}assets${path.sep}`)
      ? "max-age=31536000, immutable"
      : "no-store",
  })
  response.end(
    type.startsWith("text/html")
      ? content
          .toString("utf8")
          .replaceAll("{{backend_url}}", backendUrl)
          .replaceAll("{{publishable_key}}", publishableKey)
      : content
  )
}

/** Every other address is a page of the one app. */
function fileOf(folder, pathname) {
  const wanted = path.join(folder, path.normalize(decodeURI(pathname)))
  const names = [wanted, `${wanted}.html`, path.join(folder, "index.html")]
  return names.find(
    (name) => name.startsWith(folder) && fs.existsSync(name) && fs.statSync(name).isFile()
  )
}

const policy = (backendUrl) =>
  [
    "default-src 'none'",
    `script-src 'self' ${backendUrl}`,
    "style-src 'self'",
    `img-src 'self' data: ${backendUrl}`,
    `connect-src 'self' ${backendUrl}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ")
