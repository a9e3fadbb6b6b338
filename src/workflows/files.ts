import { createHash, randomBytes } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { StoredFile } from "../modules/helpdesk/types"

type NewFile = {
  filename: string
  mime_type: string
  content: Uint8Array
  content_id?: string | null
  inline?: boolean
}

/**
 * Keeps files in the File Module, private and under random names that end in `.bin`. The local
 * provider serves even private files from a public folder, by name and by ending: a name that cannot
 * be guessed and an ending that nothing opens keep them ours.
 */
export async function storeFiles(
  container: MedusaContainer,
  files: NewFile[]
): Promise<StoredFile[]> {
  if (!files.length) {
    return []
  }
  const created = await container.resolve(Modules.FILE).createFiles(
    files.map(({ content }) => ({
      filename: `crm-${randomBytes(16).toString("hex")}.bin`,
      mimeType: "application/octet-stream",
      // The provider guesses whether text is base64, so it always is.
      content: Buffer.from(content).toString("base64"),
      access: "private" as const,
    }))
  )
  return files.map((file, index) => ({
    file_id: created[index].id,
    filename: file.filename,
    mime_type: file.mime_type,
    size: file.content.length,
    sha256: createHash("sha256").update(file.content).digest("hex"),
    content_id: file.content_id ?? null,
    inline: file.inline ?? false,
  }))
}

export const loadFile = (container: MedusaContainer, fileId: string): Promise<Buffer> =>
  container.resolve(Modules.FILE).getAsBuffer(fileId)
