import { Modules } from "@medusajs/framework/utils"
import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { Traces } from "../../modules/helpdesk/records/erase-person"
import type { Identity } from "../../modules/helpdesk/reports/person"
import { MAIL_MODULE } from "../../modules/mail"

export const erasePersonWorkflowId = "crm-erase-person"

/** Emitted with the ids of the tickets that were hers: `{ ticket_ids }`. */
export const PERSON_ERASED = "crm_person.erased"

type PersonToErase = Identity & { actor_id: string | null }

const findTracesStep = createStep(
  { name: "find-traces-of-person", noCompensation: true },
  async (who: PersonToErase, { container }) =>
    new StepResponse(await container.resolve(HELPDESK_MODULE).tracesOfPerson(who))
)

// Erased is erased. The mails come first, while the desk still knows which ones are hers: after a
// failure in between it is run again, and the rest follows.
const eraseMailsStep = createStep(
  { name: "erase-mails", noCompensation: true },
  async ({ emails, traces }: { emails: string[]; traces: Traces }, { container }) => {
    const { message_ids, ...others } = traces

    await container
      .resolve(MAIL_MODULE)
      .eraseMails({ emails, ...others, reference_ids: message_ids })
    return new StepResponse(undefined)
  }
)

const eraseFromDeskStep = createStep(
  { name: "erase-from-desk", noCompensation: true },
  async ({ actor_id, ...who }: PersonToErase, { container }) =>
    new StepResponse(await container.resolve(HELPDESK_MODULE).erasePerson(who, actor_id))
)

const deleteErasedFilesStep = createStep(
  { name: "delete-erased-files", noCompensation: true },
  async ({ attachment_ids }: { attachment_ids: string[] }, { container }) => {
    const files = await container.resolve(HELPDESK_MODULE).forgetUploads(attachment_ids)

    if (files.length) {
      await container.resolve(Modules.FILE).deleteFiles(files)
    }
    return new StepResponse({ deleted: files.length })
  }
)

/**
 * Erases a person from the desk and its mail (K-10, E-16). Her customer in the shop and her orders are
 * the shop's, and stay.
 */
export const erasePersonWorkflow = createWorkflow(
  erasePersonWorkflowId,
  function (input: WorkflowData<PersonToErase>) {
    const traces = findTracesStep(input)

    eraseMailsStep({ emails: input.emails, traces })
    const attachment_ids = eraseFromDeskStep(input)

    deleteErasedFilesStep({ attachment_ids })
    emitEventStep({
      eventName: PERSON_ERASED,
      data: transform({ traces }, ({ traces: { ticket_ids } }) => ({ ticket_ids })),
    })
    const personErased = createHook("personErased", { ticket_ids: traces.ticket_ids })

    return new WorkflowResponse(
      transform(
        { traces, attachment_ids },
        ({ traces: found, attachment_ids: files }) => ({
          tickets: found.ticket_ids.length,
          messages: found.message_ids.length,
          files: files.length,
        })
      ),
      { hooks: [personErased] }
    )
  }
)
