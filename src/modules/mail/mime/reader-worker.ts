import { parentPort } from "node:worker_threads"
import { readEmail } from "./read-email"
import type { ReadEmail } from "./read-email-types"

/** A job is a mail with a number; the answer carries the same number. */
export type ReaderJob = { id: number; raw: Uint8Array }
export type ReaderAnswer = { id: number; email: ReadEmail }

parentPort?.on("message", async ({ id, raw }: ReaderJob) => {
  const email = await readEmail(raw)
  const answer: ReaderAnswer = { id, email }
  parentPort?.postMessage(answer, transferable(email))
})

parentPort?.postMessage("ready")

/** Attachments own their memory, so it can be handed over instead of copied. */
function transferable(email: ReadEmail): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const { content } of email.attachments) {
    if (
      content.buffer instanceof ArrayBuffer &&
      content.length === content.buffer.byteLength
    ) {
      buffers.add(content.buffer)
    }
  }
  return [...buffers]
}
