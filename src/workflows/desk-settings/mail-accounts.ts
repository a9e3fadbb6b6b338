import { MedusaError } from "@medusajs/framework/utils"
import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import { MAIL_MODULE } from "../../modules/mail"
import { settingsOf, type MailAccountData } from "../../modules/mail/service"
import type { MailAccountDTO } from "../../modules/mail/types"
import { TICKET_MESSAGE } from "../outbound-mail/compose-mail"

export const createMailAccountWorkflowId = "crm-create-mail-account"
export const updateMailAccountWorkflowId = "crm-update-mail-account"
export const deleteMailAccountWorkflowId = "crm-delete-mail-account"

type MailAccountChange = { id: string; changes: MailAccountData }

const assertDepartmentStep = createStep(
  "assert-department",
  async ({ id }: { id: string | undefined }, { container }) => {
    if (id !== undefined) {
      await container.resolve(HELPDESK_MODULE).retrieveCrmDepartment(id)
    }
    return new StepResponse(undefined)
  }
)

/** @throws DUPLICATE_ERROR: one mailbox read twice would be two accounts racing for one cursor */
const assertAddressIsFreeStep = createStep(
  "assert-address-is-free",
  async (
    { id, address }: { id?: string; address: string | undefined },
    { container }
  ) => {
    const [other] = address
      ? await container.resolve(MAIL_MODULE).listCrmMailAccounts({ address })
      : []

    if (other && other.id !== id) {
      throw new MedusaError(
        MedusaError.Types.DUPLICATE_ERROR,
        `The address ${address} is connected already. Change that account instead`
      )
    }
    return new StepResponse(undefined)
  }
)

/** An account that shall be used is tried first, and refused in the servers' own words (V-26). */
const assertAccountWorksStep = createStep(
  "assert-account-works",
  async ({ id, changes }: { id?: string; changes: MailAccountData }, { container }) => {
    const mail = container.resolve(MAIL_MODULE)
    const before = id ? await mail.retrieveCrmMailAccount(id) : null
    const account = { ...COLUMN_DEFAULTS, ...before, ...changes } as MailAccountDTO

    assertPasswordsGoWithServers(before, changes)

    if (account.enabled === false || !touchesConnection(before, changes)) {
      return new StepResponse(undefined)
    }
    const stored = before ? await mail.accountSettings(before) : null
    const { imap, smtp } = await mail.checkAccount(
      settingsOf(account, {
        imap_password: changes.imap_password ?? stored?.imap.password,
        smtp_password:
          changes.smtp_password === undefined
            ? stored?.smtp.password
            : changes.smtp_password,
      })
    )
    const refused = [
      imap.ok ? null : `IMAP: ${imap.error}`,
      smtp.ok ? null : `SMTP: ${smtp.error}`,
    ].filter(Boolean)

    if (refused.length) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `The account does not work yet. ${refused.join(". ")}`
      )
    }
    return new StepResponse(undefined)
  }
)

/** What the columns of a new account will hold when nothing is said. */
const COLUMN_DEFAULTS = { imap_folder: "INBOX", allow_self_signed: false }

const CONNECTION = [
  "imap_host",
  "imap_port",
  "imap_security",
  "imap_username",
  "imap_folder",
  "smtp_host",
  "smtp_port",
  "smtp_security",
  "smtp_username",
  "allow_self_signed",
  "enabled",
] as const

const touchesConnection = (before: MailAccountDTO | null, changes: MailAccountData) =>
  !before ||
  changes.imap_password !== undefined ||
  changes.smtp_password !== undefined ||
  CONNECTION.some((key) => changes[key] !== undefined && changes[key] !== before[key])

/**
 * A saved password goes only to the server it was saved for, and as safely as it did: not to another
 * host, not with less encryption, not to a server that had no login before.
 */
function assertPasswordsGoWithServers(
  before: MailAccountDTO | null,
  changes: MailAccountData
) {
  if (!before) {
    return
  }
  const after = { ...before, ...changes }

  for (const server of ["imap", "smtp"] as const) {
    const isElsewhere =
      after[`${server}_host`] !== before[`${server}_host`] ||
      after[`${server}_security`] !== before[`${server}_security`] ||
      (after.allow_self_signed && !before.allow_self_signed) ||
      !before[`${server}_username`]

    if (isElsewhere && after[`${server}_username`] && !changes[`${server}_password`]) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `The ${server.toUpperCase()} server changes: enter its password again`
      )
    }
  }
}

const createMailAccountStep = createStep(
  "create-mail-account",
  async (data: MailAccountData, { container }) => {
    const { id } = await container.resolve(MAIL_MODULE).createMailAccount(data)

    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(MAIL_MODULE).deleteCrmMailAccounts(id)
    }
  }
)

/** A department without an account of its own answers through the first that feeds it (K-2). */
const useAsSendingAccountStep = createStep(
  "use-as-sending-account",
  async ({ id, department_id }: { id: string; department_id: string }, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const department = await helpdesk.retrieveCrmDepartment(department_id)

    if (department.mail_account_id) {
      return new StepResponse(undefined)
    }
    await helpdesk.updateDepartment(department_id, { mail_account_id: id })

    return new StepResponse(undefined, department_id)
  },
  async (departmentId, { container }) => {
    if (departmentId) {
      await container
        .resolve(HELPDESK_MODULE)
        .updateDepartment(departmentId, { mail_account_id: null })
    }
  }
)

// The last step of its workflow: nothing after it could ask for its undoing.
const updateMailAccountStep = createStep(
  { name: "update-mail-account", noCompensation: true },
  async ({ id, changes }: MailAccountChange, { container }) => {
    const account = await container.resolve(MAIL_MODULE).updateMailAccount(id, changes)

    return new StepResponse(account.id)
  }
)

const releaseDepartmentsStep = createStep(
  "release-departments",
  async ({ id }: { id: string }, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const departments = await helpdesk.listCrmDepartments(
      { mail_account_id: id },
      { take: null }
    )

    for (const department of departments) {
      await helpdesk.updateDepartment(department.id, { mail_account_id: null })
    }
    return new StepResponse(undefined, {
      id,
      department_ids: departments.map((department) => department.id),
    })
  },
  async (done, { container }) => {
    for (const departmentId of done?.department_ids ?? []) {
      await container
        .resolve(HELPDESK_MODULE)
        .updateDepartment(departmentId, { mail_account_id: done?.id })
    }
  }
)

// The last step of its workflow, and its passwords are gone with it.
const removeMailAccountStep = createStep(
  { name: "remove-mail-account", noCompensation: true },
  async ({ id }: { id: string }, { container }) => {
    const mail = container.resolve(MAIL_MODULE)

    await mail.retrieveCrmMailAccount(id)
    const takenBack = await mail.removeMailAccount(id)

    await container.resolve(HELPDESK_MODULE).recordDeliveries(
      takenBack
        .filter(({ reference }) => reference === TICKET_MESSAGE)
        .map(({ reference_id }) => ({
          message_id: reference_id,
          state: "waiting",
          error: null,
        }))
    )
    return new StepResponse(id)
  }
)

export const createMailAccountWorkflow = createWorkflow(
  createMailAccountWorkflowId,
  function (
    input: WorkflowData<MailAccountData & { address: string; department_id: string }>
  ) {
    assertDepartmentStep({ id: input.department_id })
    assertAddressIsFreeStep({ address: input.address })
    assertAccountWorksStep({ changes: input })
    const id = createMailAccountStep(input)

    useAsSendingAccountStep({ id, department_id: input.department_id })
    const mailAccountCreated = createHook("mailAccountCreated", { id })

    return new WorkflowResponse(id, { hooks: [mailAccountCreated] })
  }
)

export const updateMailAccountWorkflow = createWorkflow(
  updateMailAccountWorkflowId,
  function (input: WorkflowData<MailAccountChange>) {
    assertDepartmentStep({ id: input.changes.department_id })
    assertAddressIsFreeStep({ id: input.id, address: input.changes.address })
    assertAccountWorksStep(input)

    return new WorkflowResponse(updateMailAccountStep(input))
  }
)

/**
 * What was read and written through it stays; its departments send through others from now on, also
 * what has not left yet.
 */
export const deleteMailAccountWorkflow = createWorkflow(
  deleteMailAccountWorkflowId,
  function (input: WorkflowData<{ id: string }>) {
    releaseDepartmentsStep(input)

    return new WorkflowResponse(removeMailAccountStep(input))
  }
)
