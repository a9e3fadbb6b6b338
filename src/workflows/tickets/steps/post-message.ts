import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { agentNames } from "../../../agents"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"
import type { Post } from "../../../modules/helpdesk/records/post"

/** Records what an agent writes; undone, it was never written. */
export const postMessageStep = createStep(
  "post-message",
  async (post: Omit<Post, "from_name">, { container }) => {
    const names = await agentNames(container.resolve(ContainerRegistrationKeys.QUERY), [
      post.actor.id,
    ])
    const posted = await container.resolve(HELPDESK_MODULE).postMessage({
      ...post,
      from_name: names.get(post.actor.id ?? "") ?? "API",
    })
    return new StepResponse(posted, posted)
  },
  async (posted, { container }) => {
    if (posted) {
      await container.resolve(HELPDESK_MODULE).withdrawMessage(posted)
    }
  }
)
