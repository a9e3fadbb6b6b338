import { monotonicFactory } from "ulid"

const nextUlid = monotonicFactory()

/**
 * An id as Medusa makes them, for the paths that make many: rows of one process that are written one
 * after the other also sort so, within the same millisecond too, and randomness is drawn once for it.
 */
export const newId = (prefix: string): string => `${prefix}_${nextUlid()}`
