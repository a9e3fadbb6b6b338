import { sentenceOf } from "../../modules/mail/domain/mail-sentences"
import type { Translate } from "./statuses"

/** What was said of a mail: the desk's own sentences in the agent's language, others' as they are. */
export function mailWords(text: string, t: Translate): string {
  const sentence = sentenceOf(text)

  return sentence ? t(`mailSentences.${sentence.name}`, sentence.values) : text
}
