import { MedusaError } from "@medusajs/framework/utils"
import type { AfterReading } from "./account-state"

type Choice = {
  imap_folder: string
  after_reading: AfterReading
  after_reading_folder: string | null
}

/** @throws INVALID_DATA when mails would be moved nowhere, or to where they are read */
export function assertAfterReading(choice: Choice): void {
  const { imap_folder, after_reading, after_reading_folder } = choice

  if (after_reading !== "move") {
    return
  }
  if (after_reading_folder === null) {
    throw refusal("Name the folder that mails are moved to: after_reading_folder")
  }
  if (sameFolder(imap_folder, after_reading_folder)) {
    throw refusal(
      "Mails cannot be moved to the folder they are read from. Name another one"
    )
  }
}

/** INBOX is the same in any case, other names are not (RFC 3501 5.1). */
const sameFolder = (a: string, b: string) =>
  a === b || (/^inbox$/i.test(a) && /^inbox$/i.test(b))

const refusal = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)
