import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { findAgents } from "../../agents"

/** Whoever is told something must be there to read it. */
export const assertAgentsStep = createStep(
  "assert-agents",
  async ({ user_ids }: { user_ids: (string | null | undefined)[] }, { container }) => {
    const agents = await findAgents(container, user_ids)
    const missing = user_ids.find((id) => id && !agents.has(id))

    if (missing) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Agent ${missing} was not found: they may have left. Choose somebody else`
      )
    }
    return new StepResponse(undefined)
  }
)
