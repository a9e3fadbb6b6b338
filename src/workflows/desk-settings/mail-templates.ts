import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import {
  MAIL_TEMPLATE_RULES,
  type MailTemplate,
  type MailTemplateKey,
} from "../../modules/helpdesk/domain/mail-templates"
import { refusalOfTemplate } from "../../modules/helpdesk/domain/render-mail-template"

export const saveMailTemplateWorkflowId = "crm-save-mail-template"
export const resetMailTemplateWorkflowId = "crm-reset-mail-template"

type SaveInput = { key: MailTemplateKey; changes: Partial<MailTemplate> }

const saveMailTemplateStep = createStep(
  "save-mail-template",
  async ({ key, changes }: SaveInput, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const before = await helpdesk.mailTemplate(key)
    const after = { ...before, ...changes }
    const refusal = refusalOf(key, after)

    if (refusal) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, refusal)
    }
    await helpdesk.saveMailTemplate(key, after)

    return new StepResponse(key, before)
  },
  async (before, { container }) => {
    if (before) {
      await putBack(container.resolve(HELPDESK_MODULE), before)
    }
  }
)

const resetMailTemplateStep = createStep(
  "reset-mail-template",
  async ({ key }: { key: MailTemplateKey }, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const before = await helpdesk.mailTemplate(key)

    await helpdesk.resetMailTemplate(key)

    return new StepResponse(key, before)
  },
  async (before, { container }) => {
    if (before) {
      await putBack(container.resolve(HELPDESK_MODULE), before)
    }
  }
)

/** Words a mail of the desk differently. */
export const saveMailTemplateWorkflow = createWorkflow(
  saveMailTemplateWorkflowId,
  function (input: WorkflowData<SaveInput>) {
    return new WorkflowResponse(saveMailTemplateStep(input))
  }
)

/** Back to the built-in words. */
export const resetMailTemplateWorkflow = createWorkflow(
  resetMailTemplateWorkflowId,
  function (input: WorkflowData<{ key: MailTemplateKey }>) {
    return new WorkflowResponse(resetMailTemplateStep(input))
  }
)

const refusalOf = (key: MailTemplateKey, template: MailTemplate): string | null =>
  !template.enabled && !MAIL_TEMPLATE_RULES[key].can_be_off
    ? "This mail cannot be switched off: answers go out with it"
    : refusalOfTemplate(key, template)

type Helpdesk = {
  saveMailTemplate(key: MailTemplateKey, template: MailTemplate): Promise<void>
  resetMailTemplate(key: MailTemplateKey): Promise<void>
}
type Stored = MailTemplate & { key: MailTemplateKey; is_changed: boolean }

const putBack = (helpdesk: Helpdesk, before: Stored) =>
  before.is_changed
    ? helpdesk.saveMailTemplate(before.key, before)
    : helpdesk.resetMailTemplate(before.key)
