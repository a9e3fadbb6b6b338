import { serverWords } from "./domain/server-words"
import type { OpenFolder } from "./transports/imap"
import type { Tidying } from "./transports/tidy-mails"

export type TidyTools = {
  tidying: Tidying
  /** Some mails that are to be treated; none: all are. */
  next(): Promise<{ id: string; uid: number }[]>
  done(ids: string[]): Promise<unknown>
  /** Shows on the account why it failed, or that it works. */
  record(words: string | null): Promise<unknown>
  /** Asked between two rounds. */
  isOver(): boolean
}

/**
 * Treats on the server what was read, and what a crash or a refusal left undone before. A mail is
 * noted as done after the server did it: a kill in between does it again, which changes nothing.
 * A refusal is shown and costs no mail its reading.
 */
export async function tidyFolder(folder: OpenFolder, tools: TidyTools): Promise<void> {
  try {
    for (
      let mails = await tools.next();
      mails.length && !tools.isOver();
      mails = await tools.next()
    ) {
      await folder.tidy(
        mails.map(({ uid }) => uid),
        tools.tidying
      )
      await tools.done(mails.map(({ id }) => id))
    }
    await tools.record(null)
  } catch (error) {
    await tools.record(serverWords(error))
  }
}
