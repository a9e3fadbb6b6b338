import type { ModuleImplementations } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"

type Helpdesk = ModuleImplementations[typeof HELPDESK_MODULE]

/**
 * A step that changes one record of the desk's settings, and hands its id on.
 * @param change does it, and returns what `undo` needs to take it back
 */
export const settingStep = <Input, Done extends { id: string }>(
  name: string,
  change: (helpdesk: Helpdesk, input: Input) => Promise<Done>,
  undo: (helpdesk: Helpdesk, done: Done) => Promise<unknown>
) =>
  createStep(
    name,
    async (input: Input, { container }) => {
      const done = await change(container.resolve(HELPDESK_MODULE), input)

      return new StepResponse(done.id, { done })
    },
    async (changed, { container }) => {
      if (changed) {
        await undo(container.resolve(HELPDESK_MODULE), changed.done)
      }
    }
  )
