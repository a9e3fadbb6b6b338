import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import { drainOutbox } from "../../../src/workflows/outbound-mail/drain-outbox"
import { anAgent, refusalOf } from "./admin"

export const SUPPORT = "support@shop.test"
export const SALES = "sales@shop.test"

/** Whose word on senders the accounts believe. */
export const MX = "mx.shop.test"

export type MailShop = Awaited<ReturnType<typeof aMailShop>>

/**
 * A shop with an agent and two departments, each with a mail account on real servers: support answers
 * new tickets automatically when it is told to.
 */
export async function aMailShop(
  api: AxiosInstance,
  getContainer: () => MedusaContainer,
  { autoReply }: { autoReply?: { subject: string; body: string } } = {}
) {
  const { startMailServers } = await import("../../support/mail-servers.mjs")
  const servers = await startMailServers({
    domain: "shop.test",
    mailboxes: [SUPPORT, SALES].map((address) => ({
      address,
      user: address,
      password: "pw",
    })),
  })
  const ada = await anAgent(api, getContainer(), {
    email: "ada@shop.test",
    first_name: "Ada",
    last_name: "Agent",
  })
  const get = async (path: string) =>
    (await api.get(`/admin/crm/${path}`, ada.headers)).data
  const post = async (path: string, body: object = {}) =>
    (await api.post(`/admin/crm/${path}`, body, ada.headers)).data

  const accountOf = async (name: string, index: number) => {
    const { department } = await post("departments", {
      private_name: name,
      public_name: `${name} team`,
      undo_send_seconds: 0,
    })
    const { address, imap } = servers.mailboxes[index]
    const { host, port, user, password } = imap
    const { mail_account } = await post("mail-accounts", {
      address,
      department_id: department.id,
      imap: { host, port, security: "none", username: user, password },
      smtp: { ...servers.smtp, security: "none" },
      authserv_id: MX,
      ...(index === 0 && autoReply ? { auto_reply: autoReply } : {}),
    })
    return { departmentId: department.id, accountId: mail_account.id }
  }
  const support = await accountOf("Support", 0)
  const sales = await accountOf("Sales", 1)
  const poll = async ({ accountId } = support) =>
    (await post(`mail-accounts/${accountId}/poll`)).poll

  return {
    ada,
    servers,
    support,
    sales,
    get,
    post,
    poll,
    refused: (path: string, body: object = {}) =>
      refusalOf(api.post(`/admin/crm/${path}`, body, ada.headers)),
    /** Sends until nothing is due any more. */
    drain: async () => {
      while (await drainOutbox(getContainer()));
    },
    /** Each test begins with the same database, and its mailboxes have to follow. */
    emptyMailboxes: () => [SUPPORT, SALES].forEach((address) => servers.empty(address)),
    /** Delivers a mail to an account and has it read. */
    arrives: async (raw: Buffer | string, account = support) => {
      servers.deliver(raw, account === sales ? SALES : SUPPORT)
      return poll(account)
    },
    ticketsOf: async (email: string) => {
      const { tickets } = await get(`tickets?email=${encodeURIComponent(email)}`)

      return Promise.all(
        tickets.map(async ({ id }: { id: string }) => (await get(`tickets/${id}`)).ticket)
      )
    },
    ticket: async (id: string) => (await get(`tickets/${id}`)).ticket,
    /** What left the shop for an address, as it was received there. */
    sentTo: (address: string) =>
      servers.outside().filter(({ recipients }) => recipients.includes(address)),
  }
}
