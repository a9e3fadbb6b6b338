import { MedusaError } from "@medusajs/framework/utils"
import type { AccountState } from "./account-state"
import { SecretLockedError } from "./secret-box"

/** The provider no longer accepts the consent: only the person who gave it can give it again. */
export class ReconnectNeededError extends MedusaError {
  constructor(words: string) {
    super(MedusaError.Types.NOT_ALLOWED, words)
  }
}

/** The state of an account whose fetch ended with this error. */
export const stateAfter = (error: unknown): AccountState =>
  error instanceof ReconnectNeededError
    ? "reconnect"
    : error instanceof SecretLockedError
      ? "locked"
      : "failing"
