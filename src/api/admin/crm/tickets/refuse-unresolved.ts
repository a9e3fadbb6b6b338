import type { MedusaResponse } from "@medusajs/framework/http"
import {
  UNRESOLVED_VARIABLES,
  type UnresolvedVariables,
} from "../../../../workflows/variables/fill-post"
import type { UnresolvedVariablesResponse } from "./contract"

/**
 * Answers a post whose variables cannot be filled with every spot of them, so that the editor can
 * mark them. @throws every other error
 */
export function refuseUnresolved(
  error: unknown,
  res: MedusaResponse<UnresolvedVariablesResponse>
): void {
  if (!isUnresolved(error)) {
    throw error
  }
  res.status(400).json({
    type: UNRESOLVED_VARIABLES,
    message: error.message,
    variables: error.spots,
  })
}

const isUnresolved = (error: unknown): error is UnresolvedVariables =>
  (error as { code?: string }).code === UNRESOLVED_VARIABLES
