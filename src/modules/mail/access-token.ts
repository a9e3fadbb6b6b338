import { setTimeout as pause } from "node:timers/promises"
import { MedusaError } from "@medusajs/framework/utils"
import { ReconnectNeededError } from "./domain/account-errors"
import type { Tokens } from "./domain/token-answer"
import type { Lease } from "./records/lease"
import type { StoredTokens } from "./records/oauth-tokens"

const LOOK_AGAIN_MS = 250
/** Longer than a lease lives: its owner has answered by then, or another takes over. */
const GIVE_UP_MS = 45_000

export type TokenTools = {
  stored(): Promise<StoredTokens>
  /** Null while another caller, here or in another instance, renews the token. */
  lease(): Promise<Lease | null>
  release(lease: Lease): Promise<void>
  /** Asks the provider. */
  request(refreshToken: string): Promise<Tokens>
  keep(lease: Lease, tokens: Tokens): Promise<unknown>
  endGrant(lease: Lease, words: string): Promise<void>
}

/**
 * A token that will be accepted for some minutes more. However many ask at once, in however many
 * instances, the provider is asked by one; the others wait for what it gets.
 * @param refused a token the mail server has just refused
 * @returns `refused` itself when it is new: another one would be refused alike
 * @throws ReconnectNeededError when only a new consent helps
 */
export async function accessToken(tools: TokenTools, refused?: string): Promise<string> {
  const until = Date.now() + GIVE_UP_MS

  do {
    const usable = usableToken(await tools.stored(), refused)

    if (usable !== null) {
      return usable
    }
    const lease = await tools.lease()

    if (lease) {
      return await renewed(tools, lease, refused)
    }
    await pause(LOOK_AGAIN_MS)
  } while (Date.now() < until)

  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    "The login is being renewed elsewhere and was not done in time. It is tried again"
  )
}

/** @returns null when the provider has to be asked */
export function usableToken(
  { state, access_token, is_fresh, is_young }: StoredTokens,
  refused: string | undefined
): string | null {
  if (state === "reconnect") {
    throw new ReconnectNeededError("The consent has ended. Connect the account again")
  }
  const isUsable = is_fresh && (access_token !== refused || is_young)

  return isUsable ? access_token : null
}

async function renewed(
  tools: TokenTools,
  lease: Lease,
  refused: string | undefined
): Promise<string> {
  try {
    // Another may have been through between our look and our lease.
    const stored = await tools.stored()
    const usable = usableToken(stored, refused)

    if (usable !== null) {
      return usable
    }
    if (!stored.refresh_token) {
      throw new ReconnectNeededError("There is no consent. Connect the account again")
    }
    const tokens = await tools.request(stored.refresh_token)
    await tools.keep(lease, tokens)

    return tokens.access_token
  } catch (error) {
    if (error instanceof ReconnectNeededError) {
      await tools.endGrant(lease, error.message)
    }
    throw error
  } finally {
    await tools.release(lease)
  }
}
