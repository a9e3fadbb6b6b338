import type { ImapFlow } from "imapflow"
import { MedusaError } from "@medusajs/framework/utils"
import { serverWords } from "../domain/server-words"
import { uidSet } from "./uid-set"

/** What is done with a mail on the server once it is ours. */
export type Tidying =
  { kind: "mark_seen" } | { kind: "delete" } | { kind: "move"; folder: string }

type Mails = {
  folder: string
  uid_validity: string
  uids: number[]
  tidying: Tidying
  /** What the server last said no to. */
  lastRefusal: () => unknown
}

/**
 * Changes mails on the server, named by UID only. Doing it again changes nothing more: a mail that is
 * gone or marked already is passed over.
 * @throws NOT_ALLOWED when the server refuses, or the UIDs mean other mails by now
 */
export async function tidyMails(
  client: ImapFlow,
  { folder, uid_validity, uids, tidying, lastRefusal }: Mails
): Promise<void> {
  const opened = await client.mailboxOpen(folder)

  if (String(opened.uidValidity) !== uid_validity) {
    throw refusal("The folder was numbered anew meanwhile")
  }
  if (uids.length && !(await done(client, uids, tidying))) {
    throw refusal(
      `The mail server refused ${WHAT[tidying.kind]}: ${serverWords(lastRefusal() ?? "no reason given")}`
    )
  }
}

const WHAT = {
  mark_seen: "to mark mails as read",
  delete: "to delete mails",
  move: "to move mails",
}
const UID = { uid: true }

/** @returns false when the server refused: imapflow keeps its words to itself here */
async function done(
  client: ImapFlow,
  uids: number[],
  tidying: Tidying
): Promise<boolean> {
  const set = uidSet(uids)

  if (tidying.kind === "mark_seen") {
    return client.messageFlagsAdd(set, ["\\Seen"], UID)
  }
  if (tidying.kind === "delete") {
    return removeMails(client, set)
  }
  if (client.capabilities.has("MOVE")) {
    return Boolean(await client.messageMove(set, tidying.folder, UID))
  }
  return copyAndRemove(client, set, tidying.folder)
}

/**
 * For a server without MOVE (RFC 6851 3.3). What bears `\Deleted` was copied before a crash, and is
 * not copied twice.
 */
async function copyAndRemove(client: ImapFlow, set: string, folder: string) {
  const toCopy = await client.search({ uid: set, deleted: false }, UID)

  if (!toCopy) {
    return false
  }
  const isCopied =
    !toCopy.length || Boolean(await client.messageCopy(uidSet(toCopy), folder, UID))

  return isCopied && removeMails(client, set)
}

/**
 * Without UIDPLUS there is no way to expunge these mails alone (RFC 4315 2.1), and a plain EXPUNGE
 * would take along what other programs have marked: the mails stay, marked as deleted.
 */
const removeMails = (client: ImapFlow, set: string): Promise<boolean> =>
  client.capabilities.has("UIDPLUS")
    ? client.messageDelete(set, UID)
    : client.messageFlagsAdd(set, ["\\Deleted"], UID)

const refusal = (message: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
