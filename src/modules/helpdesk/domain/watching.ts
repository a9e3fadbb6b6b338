/**
 * Why an agent is told of a ticket: a `follower` of everything public, for one answer (`solution`,
 * V-58), or as a `copy`, once and for information (M-46).
 */
export const WATCHER_KINDS = ["follower", "solution", "copy"] as const
export type WatcherKind = (typeof WATCHER_KINDS)[number]
