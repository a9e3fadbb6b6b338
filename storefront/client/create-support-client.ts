import { Client, type Config, type FetchArgs } from "@medusajs/js-sdk"
import { challengeOf, solveChallenge } from "./solve-challenge"
import type {
  Access,
  CustomerOrder,
  Department,
  Form,
  GuestOrder,
  NewTicket,
  Rating,
  StatusCategory,
  Submission,
  SubmissionResult,
  TicketPage,
  TicketWithMessages,
  UploadedFile,
} from "./types"
import { uploadFiles, type UploadOptions } from "./upload-files"

export type SupportConfig = Config & {
  /** Your own SDK's `client`; needed only when it keeps the login in memory. */
  client?: Client
}

export type SupportClient = ReturnType<typeof createSupportClient>

type Options = { signal?: AbortSignal }

/**
 * The help desk for a storefront. Takes what `new Medusa(...)` takes, and shares its login: a customer
 * who is logged in with the SDK is logged in here. Every method rejects with the SDK's `FetchError`.
 * @param access lets a visitor without an account in, see {@link SupportClient.withAccess}
 */
export function createSupportClient(config: SupportConfig, access?: Access) {
  const client = config.client ?? new Client(config)

  const request = <T>(path: string, init: FetchArgs = {}) =>
    client.fetch<T>(`/store/crm${path}`, {
      ...init,
      headers: { ...init.headers, ...accessHeader(access) },
    })
  const post = <T>(path: string, body: object) =>
    request<T>(path, { method: "POST", body })
  const ticketOf = async (answer: Promise<{ ticket: TicketWithMessages }>) =>
    (await answer).ticket
  const ratingOf = async (answer: Promise<{ rating: Rating }>) => (await answer).rating

  return {
    /** Unset for a visitor who comes as a customer, or as nobody. */
    access,

    /** The same desk for somebody who holds the access that a door gave. */
    withAccess: (given: Access) => createSupportClient({ ...config, client }, given),

    departments: {
      list: async (): Promise<Department[]> =>
        (await request<{ departments: Department[] }>("/departments")).departments,
    },

    forms: {
      /** @param locale e.g. `de`; the form's first language where it has no other */
      retrieve: async (handle: string, locale?: string): Promise<Form> =>
        (
          await request<{ form: Form }>(`/forms/${encodeURIComponent(handle)}`, {
            query: { locale },
          })
        ).form,

      /** @param locale the language the form was read in: its answers are kept in it */
      submit: async (
        handle: string,
        { honeypot, ...submission }: Submission,
        locale?: string
      ): Promise<SubmissionResult> => {
        const trap = honeypot && { [honeypot.field]: honeypot.value }
        const { submission: result } = await request<{ submission: SubmissionResult }>(
          `/forms/${encodeURIComponent(handle)}/submissions`,
          { method: "POST", body: { ...submission, ...trap }, query: { locale } }
        )
        return result
      },
    },

    captcha: {
      /** Does the small work that a robot would have to do for each of its mails. */
      solve: async (
        challengeUrl: string,
        { signal }: Options = {}
      ): Promise<{ answer: string; expires_at: number | null }> => {
        const asked = await client.fetch<unknown>(challengeUrl, { signal })
        return solveChallenge(challengeOf(asked), { signal })
      },
    },

    tickets: {
      list: (
        query: { limit?: number; offset?: number; status?: StatusCategory } = {}
      ): Promise<TicketPage> => request<TicketPage>("/tickets", { query }),
      retrieve: (id: string, { signal }: Options = {}) =>
        ticketOf(request(ticketPath(id), { signal })),
      create: (ticket: NewTicket) => ticketOf(post("/tickets", ticket)),
      reply: (id: string, reply: { message: string; attachment_ids?: string[] }) =>
        ticketOf(post(ticketPath(id, "replies"), reply)),
      close: (id: string) => ticketOf(post(ticketPath(id, "close"), {})),
      reopen: (id: string) => ticketOf(post(ticketPath(id, "reopen"), {})),
      /** What is asked about a ticket that `can_rate`. @param locale e.g. `de` */
      ratingQuestion: (id: string, locale?: string) =>
        ratingOf(request(ticketPath(id, "rating"), { query: { locale } })),
      rate: (id: string, body: { value: number; comment?: string }, locale?: string) =>
        ratingOf(
          request(ticketPath(id, "rating"), { method: "POST", body, query: { locale } })
        ),
    },

    attachments: {
      /** In a browser: reports how far it is. */
      upload: async (
        files: File[],
        options: UploadOptions = {}
      ): Promise<UploadedFile[]> =>
        uploadFiles(files, {
          ...options,
          url: `${baseUrlOf(config)}/store/crm/attachments`,
          withCredentials: config.auth?.type === "session",
          headers: {
            ...plainHeaders(config),
            ...(await loginHeader(config, client)),
            ...accessHeader(access),
          },
        }),
      download: async (id: string): Promise<Blob> => {
        const answer = await request<Response>(`/attachments/${encodeURIComponent(id)}`, {
          // Without it the SDK reads every answer as JSON.
          headers: { accept: "application/octet-stream" },
        })
        return answer.blob()
      },
    },

    /** The door without an account, to one order. */
    orderAccess: {
      /** Always answers; a code leaves only when the two belong together, and only to that address. */
      request: async (body: { order_number: string; email: string; locale?: string }) =>
        (
          await post<{ order_access: { id: string; expires_at: string } }>(
            "/order-access",
            body
          )
        ).order_access,
      /** Rejects with status 401 whatever is wrong. */
      confirm: async (id: string, code: string): Promise<Access> =>
        (
          await post<{ session: Access }>(
            `/order-access/${encodeURIComponent(id)}/session`,
            { code }
          )
        ).session,
      order: async (): Promise<GuestOrder> =>
        (await request<{ order: GuestOrder }>("/order")).order,
    },

    ticketLinks: {
      /** Opens the ticket that a link in one of the shop's mails is about. */
      open: async (token: string) =>
        (
          await post<{ session: Access & { ticket_id: string } }>(
            `/ticket-links/${encodeURIComponent(token)}/session`,
            {}
          )
        ).session,
    },

    /** What the link of a mail asks. @param locale e.g. `de`, for the words of the scale */
    ratings: {
      retrieve: (token: string, locale?: string) =>
        ratingOf(request(ratingPath(token), { query: { locale } })),
      give: (token: string, body: { value: number; comment?: string }, locale?: string) =>
        ratingOf(request(ratingPath(token), { method: "POST", body, query: { locale } })),
    },

    /** Medusa's own route: what the logged-in customer may ask about, newest first. */
    orders: {
      list: async (): Promise<CustomerOrder[]> =>
        (
          await client.fetch<{ orders: CustomerOrder[] }>("/store/orders", {
            query: {
              fields: "id,display_id,created_at,total,currency_code",
              order: "-created_at",
              limit: 50,
            },
          })
        ).orders,
    },

    /** False for a guest. True may be wrong: a cookie cannot be seen, and a login may have ended. */
    mayBeLoggedIn: async (): Promise<boolean> =>
      config.auth?.type === "session" || Boolean(await client.getToken()),
  }
}

const ticketPath = (id: string, verb?: string) =>
  ["/tickets", encodeURIComponent(id), verb].filter(Boolean).join("/")

const ratingPath = (token: string) => `/ratings/${encodeURIComponent(token)}`

const accessHeader = (access: Access | undefined): Record<string, string> =>
  access ? { "x-crm-access": access.token } : {}

const baseUrlOf = ({ baseUrl }: SupportConfig) =>
  (baseUrl && baseUrl !== "/" ? baseUrl : window.location.origin).replace(/\/$/, "")

async function loginHeader(
  { auth }: SupportConfig,
  client: Client
): Promise<Record<string, string>> {
  const token = auth?.type === "session" ? null : await client.getToken()
  return token ? { Authorization: `Bearer ${token}` } : {}
}

function plainHeaders({ publishableKey, globalHeaders = {} }: SupportConfig) {
  const own = Object.entries(globalHeaders).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : []
  )
  return {
    ...(publishableKey && { "x-publishable-api-key": publishableKey }),
    ...Object.fromEntries(own),
  }
}
