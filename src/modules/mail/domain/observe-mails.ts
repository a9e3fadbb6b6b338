import type { Observation, ReceivedTestMail } from "../records/observations"
import type { ReadEmail } from "../mime/read-email-types"
import { readSignedReference } from "./signed-reference"
import { readTestReference } from "./test-reference"

export type ArrivedMail = {
  id: string
  account_id: string
  server_date: Date | null
  read: Pick<ReadEmail, "message_id" | "loop_tokens" | "authentication_results">
}

const MOST_RESULTS = 5
/** What a server calls itself goes into a setting: no spaces, nothing beyond ASCII. */
const AUTHSERV_ID = /^[\x21-\x7e]{1,253}$/

/**
 * What a batch of mails, oldest first, teaches us about each account's servers.
 * @param key signs what we send ourselves
 */
export function observeMails(mails: ArrivedMail[], key: Buffer) {
  const observations = new Map<string, Observation>()
  const tests: ReceivedTestMail[] = []

  for (const { id, account_id, server_date, read } of mails) {
    const before = observations.get(account_id)
    const results = believableResults(read)
    const test_id = readTestReference([read.message_id ?? "", ...read.loop_tokens], key)
    const isOwn = Boolean(read.message_id && readSignedReference(read.message_id, key))

    if (test_id) {
      tests.push({ test_id, inbound_mail_id: id, server_date })
    }
    observations.set(account_id, {
      account_id,
      authentication: results.length
        ? { inbound_mail_id: id, results }
        : (before?.authentication ?? null),
      authserv_ids: [results[0]?.authserv_id ?? "", ...(before?.authserv_ids ?? [])],
      newest_id: id,
      found_own_mail: isOwn || Boolean(before?.found_own_mail),
    })
  }
  return { observations: [...observations.values()], tests }
}

/** Microsoft names no server: such a result is kept, and can be trusted by nobody. */
const believableResults = ({
  authentication_results,
}: Pick<ReadEmail, "authentication_results">) =>
  authentication_results
    .filter(({ authserv_id }) => !authserv_id || AUTHSERV_ID.test(authserv_id))
    .slice(0, MOST_RESULTS)
