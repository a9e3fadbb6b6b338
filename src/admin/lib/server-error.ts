import { FetchError } from "@medusajs/js-sdk"

/** The server's own words where it had any. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

export const hasStatus = (error: unknown, status: number): boolean =>
  error instanceof FetchError && error.status === status
