import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { Post } from "../../modules/helpdesk/records/post-message"
import { TicketEvents } from "./events"
import { statusChangesOf } from "./status-changes"
import { postMessageStep } from "./steps/post-message"
import { signNoteStep } from "./steps/sign-note"
import type { PostToPrepare } from "./steps/prepare-post"

export const addNoteWorkflowId = "crm-add-note"

export type AddNoteInput = Pick<
  Post,
  | "ticket_id"
  | "actor"
  | "body_text"
  | "source"
  | "duration_seconds"
  | "attachment_ids"
  | "status_after"
> &
  Pick<PostToPrepare, "signature_id">

/** An agent writes what no customer reads (V-72). */
export const addNoteWorkflow = createWorkflow(
  addNoteWorkflowId,
  function (input: WorkflowData<AddNoteInput>) {
    const signature = signNoteStep(input)
    const posted = postMessageStep(
      transform({ input, signature }, ({ input: note, signature: signed }) => ({
        ...note,
        ...signed,
        kind: "note" as const,
        is_mailed: false,
      }))
    )
    const noteAdded = createHook("noteAdded", { posted })

    emitEventStep({
      eventName: TicketEvents.NOTE_ADDED,
      data: { id: input.ticket_id, message_id: posted.message_id },
    })
    emitEventStep({
      eventName: TicketEvents.STATUS_CHANGED,
      data: transform({ posted }, ({ posted: outcome }) => statusChangesOf(outcome)),
    }).config({ name: "emit-status-changed" })

    return new WorkflowResponse(posted, { hooks: [noteAdded] })
  }
)
