type Target = {
  /** Where Medusa is, as the server reaches it, e.g. `http://localhost:9000`. */
  backendUrl: string
  publishableKey: string
  /** The customer's login: what your storefront sends to Medusa, e.g. `{ authorization: "Bearer ..." }`. */
  headers?: () => Promise<Record<string, string>> | Record<string, string>
}

/** What a visitor's browser may say to the desk, and the desk to it. */
const ASKED = ["accept", "accept-language", "content-type", "x-crm-access"]
const ANSWERED = ["content-type", "content-disposition", "retry-after"]
const CONTENT_SECURITY = "default-src 'none'; sandbox"

/**
 * For storefronts that keep the customer's login in a cookie that scripts cannot read, as the Next.js
 * starter does: a route handler that passes `<anything>/store/crm/...` on to Medusa with that login,
 * and no other path but the customer's orders.
 */
export function forwardToMedusa({ backendUrl, publishableKey, headers }: Target) {
  return async (request: Request): Promise<Response> => {
    const path = forwardedPath(request)
    if (!path) return Response.json({ message: "Not found" }, { status: 404 })
    if (isForeign(request)) {
      return Response.json({ message: "Ask from the shop's own pages" }, { status: 403 })
    }
    const answer = await fetch(`${backendUrl.replace(/\/$/, "")}${path}`, {
      method: request.method,
      headers: {
        ...chosen(request.headers, ASKED),
        ...forwardedFor(request),
        ...(await headers?.()),
        "x-publishable-api-key": publishableKey,
      },
      body: request.method === "GET" ? undefined : await request.arrayBuffer(),
      cache: "no-store",
      redirect: "error",
    })
    return new Response(answer.body, {
      status: answer.status,
      headers: {
        ...chosen(answer.headers, ANSWERED),
        "cache-control": "no-store",
        "content-security-policy": CONTENT_SECURITY,
        "x-content-type-options": "nosniff",
      },
    })
  }
}

/** With its dots taken out by `URL`, so that it cannot climb. */
function forwardedPath({ url, method }: Request): string | null {
  const { pathname, search } = new URL(url)
  const found = /\/store\/(crm\/.+|orders)$/.exec(pathname)
  const isOrders = found?.[1] === "orders"
  return found && (!isOrders || method === "GET") ? `${found[0]}${search}` : null
}

/** The customer's cookie goes along from wherever the request comes; browsers say where that is. */
const isForeign = ({ headers, method }: Request) =>
  method !== "GET" &&
  !["same-origin", "none", null].includes(headers.get("sec-fetch-site"))

function forwardedFor({ headers }: Request): Record<string, string> {
  const addresses = headers.get("x-forwarded-for")
  return addresses ? { "x-forwarded-for": addresses } : {}
}

const chosen = (headers: Headers, names: string[]) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(name)
      return value ? [[name, value]] : []
    })
  )
