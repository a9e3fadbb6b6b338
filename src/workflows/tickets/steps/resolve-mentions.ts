import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { mentionedIn } from "../../../modules/helpdesk/domain/mentions"
import { allAgents } from "../../agents"

type Note = { body_text: string; notify?: string[]; is_private?: boolean }

/**
 * Finds out whom a note names, and whom it is shown to besides (M-08).
 * @throws INVALID_DATA for somebody who has left: they would never read it
 */
export const resolveMentionsStep = createStep(
  "resolve-mentions",
  async ({ body_text, notify = [], is_private = false }: Note, { container }) => {
    if (!body_text.includes("@") && !notify.length) {
      return new StepResponse({ mentioned_ids: [], notified_ids: [] })
    }
    const agents = await allAgents(container)
    const { ids, gone } = mentionedIn(body_text, agents)
    const strangers = notify.filter(
      (id) => !agents.some((agent) => agent.id === id && !agent.has_left)
    )
    const nameOf = (id: string) => agents.find((agent) => agent.id === id)?.name ?? id

    assertThere([...gone, ...strangers.map(nameOf)])
    assertReadable(is_private, [...ids, ...notify])

    return new StepResponse({ mentioned_ids: ids, notified_ids: notify })
  }
)

function assertThere(missing: string[]): void {
  if (missing.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${missing.join(", ")} no longer works here and would not read this. Take the mention out, or name somebody else`
    )
  }
}

function assertReadable(isPrivate: boolean, named: string[]): void {
  if (isPrivate && named.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "A note that only you can read tells nobody. Take the mentions out, or let the team read it"
    )
  }
}
