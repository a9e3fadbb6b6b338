import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { Actor } from "../../modules/helpdesk/types"

/** The way back of a step whose action answers an undo token; nothing to do when nothing was done. */
export async function takeBackAction(
  done: { undo: string | null; actor: Actor } | undefined,
  { container }: { container: MedusaContainer }
): Promise<void> {
  if (done?.undo) {
    await container.resolve(HELPDESK_MODULE).undoAction(done.undo, done.actor)
  }
}
