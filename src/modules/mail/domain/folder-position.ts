/** Up to where a folder has been read. */
export type FolderPosition = { uid_validity: string; last_uid: number }

/** Why a folder is read from its beginning though it was read before. */
export const RESTARTS = ["renumbered", "set_back"] as const
export type Restart = (typeof RESTARTS)[number]

export type FolderNumbers = {
  uid_validity: string
  /** UIDNEXT, where the server announces it: above every UID it has given. */
  uid_next: number | null
  /** The highest UID that is there; null for an empty folder. */
  highest_uid: number | null
}

/**
 * Where to go on in a folder. Numbers mean something under their UIDVALIDITY only (RFC 3501 2.3.1.1).
 * A server whose next number lies behind where we are was set back to an older state, from a backup:
 * what it takes in now gets numbers that we have passed already. Unless it has mails above its own
 * UIDNEXT: then that number is wrong, not the folder.
 * @returns the last UID that is done
 */
export function resumeAfter(
  position: FolderPosition | null,
  folder: FolderNumbers
): { last_uid: number; restart: Restart | null } {
  if (!position) {
    return { last_uid: 0, restart: null }
  }
  if (position.uid_validity !== folder.uid_validity) {
    return { last_uid: 0, restart: "renumbered" }
  }
  const { uid_next, highest_uid } = folder
  const isBehind = uid_next !== null && uid_next <= position.last_uid
  const isContradicted = uid_next !== null && (highest_uid ?? 0) >= uid_next

  return isBehind && !isContradicted
    ? { last_uid: 0, restart: "set_back" }
    : { last_uid: position.last_uid, restart: null }
}
