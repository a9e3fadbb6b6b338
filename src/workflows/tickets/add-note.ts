import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { Post } from "../../modules/helpdesk/records/post"
import { handOverNoticesStep } from "../notices/hand-over-notices"
import { TicketEvents } from "./events"
import { statusChangesOf } from "./status-changes"
import { assertAgentsStep } from "./steps/assert-agents"
import { postMessageStep } from "./steps/post-message"
import type { PostToPrepare } from "./steps/prepare-post"
import { resolveMentionsStep } from "./steps/resolve-mentions"
import { signNoteStep } from "./steps/sign-note"

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
  | "follow_up"
  | "is_private"
  | "expected_version"
  | "skip_rating"
> &
  Pick<PostToPrepare, "signature_id"> & {
    /** Agents whom it is shown to besides those it names (M-08). */
    notify?: string[]
  }

/** An agent writes what no customer reads (V-72). */
export const addNoteWorkflow = createWorkflow(
  addNoteWorkflowId,
  function (input: WorkflowData<AddNoteInput>) {
    const signature = signNoteStep(input)
    assertAgentsStep(
      transform({ input }, ({ input: note }) => ({
        user_ids: [note.follow_up?.assignee_id],
      }))
    )
    const told = resolveMentionsStep(input)
    const posted = postMessageStep(
      transform(
        { input, told, signature },
        ({ input: { notify: _, ...note }, told: agents, signature: signed }) => ({
          ...note,
          ...signed,
          ...agents,
          kind: "note" as const,
          is_mailed: false,
        })
      )
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
    handOverNoticesStep()

    return new WorkflowResponse(posted, { hooks: [noteAdded] })
  }
)
