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
import { refusalsOf } from "../../modules/mail/check-servers"
import { assertAfterReading } from "../../modules/mail/domain/after-reading"
import { PROVIDER_NAMES } from "../../modules/mail/domain/oauth-providers"
import type { MailAccountData } from "../../modules/mail/types"
import type { MailAccountDTO } from "../../modules/mail/types"
import { TICKET_MESSAGE } from "../outbound-mail/compose-mail"
import { assertAddressIsFreeStep } from "./steps/assert-address-is-free"
import { assertDepartmentStep } from "./steps/assert-department"
import { useAsSendingAccountStep } from "./steps/use-as-sending-account"

export const createMailAccountWorkflowId = "crm-create-mail-account"
export const updateMailAccountWorkflowId = "crm-update-mail-account"
export const deleteMailAccountWorkflowId = "crm-delete-mail-account"

type MailAccountChange = { id: string; changes: MailAccountData }

/** An account that shall be used is tried first, and refused in the servers' own words (V-26). */
const assertAccountWorksStep = createStep(
  "assert-account-works",
  async ({ id, changes }: { id?: string; changes: MailAccountData }, { container }) => {
    const mail = container.resolve(MAIL_MODULE)
    const before = id ? await mail.retrieveCrmMailAccount(id) : null
    const account = { ...COLUMN_DEFAULTS, ...before, ...changes } as MailAccountDTO

    assertWholeMailbox(account)
    assertAfterReading(account)
    assertPasswordsGoWithServers(before, changes)

    if (account.enabled === false || !touchesConnection(before, changes)) {
      return new StepResponse(undefined)
    }
    const { imap_password, smtp_password } = changes
    const refused = refusalsOf(
      await mail.checkAccount(account, { imap_password, smtp_password })
    )

    if (refused) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `The account does not work yet. ${refused}`
      )
    }
    return new StepResponse(undefined)
  }
)

const MAILBOX = ["imap_host", "imap_port", "imap_security", "imap_username"] as const

/** A mailbox is told in full, or there is none. */
function assertWholeMailbox(account: MailAccountDTO) {
  const missing = MAILBOX.filter((column) => account[column] === null)

  if (missing.length && missing.length < MAILBOX.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `To read a mailbox, imap also needs: ${missing.map((column) => column.slice("imap_".length)).join(", ")}`
    )
  }
}

/** What the columns of a new account will hold when nothing is said. */
const COLUMN_DEFAULTS = {
  imap_folder: "INBOX",
  allow_self_signed: false,
  after_reading: "keep",
  after_reading_folder: null,
}

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
  "after_reading",
  "after_reading_folder",
  "enabled",
] as const

const touchesConnection = (before: MailAccountDTO | null, changes: MailAccountData) =>
  !before ||
  changes.imap_password !== undefined ||
  changes.smtp_password !== undefined ||
  CONNECTION.some((key) => changes[key] !== undefined && changes[key] !== before[key])

/**
 * A saved password or consent goes only to the server it was saved for, and as safely as it did: not
 * to another host, not with less encryption, not to a server that had no login before.
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
    if (after[`${server}_host`] === null) {
      continue
    }
    const isElsewhere =
      after[`${server}_host`] !== before[`${server}_host`] ||
      after[`${server}_security`] !== before[`${server}_security`] ||
      (after.allow_self_signed && !before.allow_self_signed) ||
      (!before[`${server}_username`] && !before.oauth_provider)
    const isLeft = before.oauth_provider && changes.imap_password

    if (isElsewhere && before.oauth_provider && !isLeft) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `A consent of ${PROVIDER_NAMES[before.oauth_provider]} is not taken to another server. Enter a password, or connect the address anew`
      )
    }
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
