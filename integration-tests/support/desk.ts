import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import { MAIL_MODULE } from "../../src/modules/mail"
import type { MailAccountData } from "../../src/modules/mail/types"

type Login = { host: string; port: number; username: string; password: string }

type Desk = {
  imap: Login
  /** Left out: a port where nobody listens, so nothing ever leaves. */
  smtp?: { host: string; port: number }
  address?: string
  account?: MailAccountData
}

/** A department with one mail account that reads and sends. */
export async function aDesk(
  container: MedusaContainer,
  {
    imap,
    smtp = { host: "127.0.0.1", port: 9 },
    address = "support@shop.test",
    account,
  }: Desk
): Promise<{ departmentId: string; accountId: string }> {
  const helpdesk = container.resolve(HELPDESK_MODULE)
  const mail = container.resolve(MAIL_MODULE)
  const department = await helpdesk.createCrmDepartments({
    private_name: `Desk of ${address}`,
    public_name: "Shop support",
  })
  const { id } = await mail.createMailAccount({
    address,
    name: "Support",
    department_id: department.id,
    imap_host: imap.host,
    imap_port: imap.port,
    imap_security: "none",
    imap_username: imap.username,
    imap_password: imap.password,
    smtp_host: smtp.host,
    smtp_port: smtp.port,
    smtp_security: "none",
    ...account,
  })
  await helpdesk.updateCrmDepartments({ id: department.id, mail_account_id: id })

  return { departmentId: department.id, accountId: id }
}
