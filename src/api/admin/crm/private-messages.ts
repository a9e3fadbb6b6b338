import { MedusaError } from "@medusajs/framework/utils"

/**
 * What belongs to a private message is its agent's alone (C-58).
 * @param owner null for what everybody may read
 * @throws FORBIDDEN
 */
export function assertMayRead(owner: string | null, askingAgent: string | null): void {
  if (owner && owner !== askingAgent) {
    throw new MedusaError(
      MedusaError.Types.FORBIDDEN,
      "This belongs to a message that another agent keeps private. Ask them to show it to the team"
    )
  }
}
