import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "medusa-plugin-crm-desk/modules/helpdesk"
import { MAIL_MODULE } from "medusa-plugin-crm-desk/modules/mail"
import {
  createDepartmentWorkflow,
  createMailAccountWorkflow,
  saveClassificationWorkflow,
  updateMailAccountWorkflow,
} from "medusa-plugin-crm-desk/workflows"
import { classifications, departments, replyFooter } from "./desk"
import type { MailWorld } from "./mail-world"

/** The desk: departments with a mailbox each, and what tickets can be about. */
export async function createDesk(
  container: MedusaContainer,
  world: MailWorld
): Promise<void> {
  const ids = await createDepartments(container)
  await connectMailboxes(container, world, ids)
  await createClassifications(container, ids)
}

async function createDepartments(container: MedusaContainer) {
  const ids = await departmentIds(container)
  for (const { name, public_name, statusAfterReply } of departments) {
    if (ids.has(name)) continue
    const { result } = await createDepartmentWorkflow(container).run({
      input: { private_name: name, public_name, status_after_reply: statusAfterReply },
    })
    ids.set(name, result)
  }
  return ids
}

export async function departmentIds(container: MedusaContainer) {
  const existing = await container.resolve(HELPDESK_MODULE).listCrmDepartments({})
  return new Map(existing.map(({ private_name, id }) => [private_name, id]))
}

/** Connects each address; one that is connected follows the mail servers to their ports. */
async function connectMailboxes(
  container: MedusaContainer,
  { smtp, mailboxes, authservId }: MailWorld,
  ids: Map<string, string>
) {
  const accounts = await container.resolve(MAIL_MODULE).listCrmMailAccounts({})
  for (const { name, public_name, address } of departments) {
    const { imap } = mailboxes.find((mailbox) => mailbox.address === address)!
    const ports = { imap_port: imap.port, smtp_port: smtp.port }
    const account = accounts.find((candidate) => candidate.address === address)
    if (account) {
      await updateMailAccountWorkflow(container).run({
        input: { id: account.id, changes: ports },
      })
      continue
    }
    await createMailAccountWorkflow(container).run({
      input: {
        ...ports,
        address,
        name: public_name,
        department_id: ids.get(name)!,
        imap_host: imap.host,
        imap_security: "none",
        imap_username: imap.user,
        imap_password: imap.password,
        imap_folder: "INBOX",
        smtp_host: smtp.host,
        smtp_security: "none",
        authserv_id: authservId,
        reply_footer: replyFooter(public_name),
      },
    })
  }
}

/** Only after the history: otherwise every old mail would be answered today. */
export async function answerAutomatically(container: MedusaContainer): Promise<void> {
  const accounts = await container.resolve(MAIL_MODULE).listCrmMailAccounts({})
  for (const { address, autoReply } of departments) {
    const account = accounts.find((candidate) => candidate.address === address)!
    await updateMailAccountWorkflow(container).run({
      input: {
        id: account.id,
        changes: {
          auto_reply_subject: autoReply.subject,
          auto_reply_body: autoReply.body,
        },
      },
    })
  }
}

async function createClassifications(
  container: MedusaContainer,
  ids: Map<string, string>
) {
  const existing = await container.resolve(HELPDESK_MODULE).listCrmClassifications({})
  const names = new Set(existing.map(({ name }) => name))
  for (const { name, departments: offeredIn = [] } of classifications) {
    if (names.has(name)) continue
    await saveClassificationWorkflow(container).run({
      input: { id: null, name, department_ids: offeredIn.map((one) => ids.get(one)!) },
    })
  }
}
