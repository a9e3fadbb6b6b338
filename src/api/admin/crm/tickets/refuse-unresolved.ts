import type { MedusaResponse } from "@medusajs/framework/http"
import {
  UNRESOLVED_VARIABLES,
  type UnresolvedVariables,
} from "../../../../workflows/variables/fill-post"
import type { UnresolvedVariablesResponse } from "./contract"

/**
 * Answers a post whose variables cannot be filled with every spot of them, so that the editor can
 * mark them.
 * @returns false for every other error
 */
export function refuseUnresolved(
  error: unknown,
  res: MedusaResponse<UnresolvedVariablesResponse>
): boolean {
  if (!isUnresolved(error)) {
    return false
  }
  res.status(400).json({
    type: UNRESOLVED_VARIABLES,
    message: error.message,
    variables: error.spots,
  })
  return true
}

const isUnresolved = (error: unknown): error is UnresolvedVariables =>
  (error as { code?: string }).code === UNRESOLVED_VARIABLES
