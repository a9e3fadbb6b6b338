import { timingSafeEqual } from "node:crypto"
import { signedReference } from "./signed-reference"

const TEST_REFERENCE = /^<?((mtest_[0-9a-z]{26})\.[0-9a-z_-]{20}@([^<>\s]+?))>?$/i

/**
 * Finds the test mail that a mail says it is. Only a reference that we signed counts: what it names
 * opens no ticket, and nobody else may decide that of a mail.
 * @param references Message-ID and X-Loop values: some servers replace the Message-ID on submission
 * @returns the id of the test, or null
 */
export function readTestReference(references: string[], key: Buffer): string | null {
  for (const reference of references) {
    const [, bare, id, domain] = TEST_REFERENCE.exec(reference.trim()) ?? []

    if (id && isSame(bare, signedReference(id, domain, key))) {
      return id
    }
  }
  return null
}

const isSame = (given: string, expected: string) =>
  given.length === expected.length &&
  timingSafeEqual(Buffer.from(given), Buffer.from(expected))
