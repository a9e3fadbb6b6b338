import { useState } from "react"
import type { Attachment } from "../../api/admin/crm/attachments/contract"
import { messageOf } from "../lib/server-error"
import { uploadFile } from "../lib/upload"

export type Upload = { key: string; filename: string; progress: number; error?: string }

/** Files on their way to the server; each is handed over when it has arrived. */
export function useUploads(onUploaded: (attachment: Attachment) => void) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const forget = (key: string) =>
    setUploads((all) => all.filter((upload) => upload.key !== key))
  const change = (key: string, patch: Partial<Upload>) =>
    setUploads((all) =>
      all.map((upload) => (upload.key === key ? { ...upload, ...patch } : upload))
    )

  const send = async (file: File, onDone: (attachment: Attachment) => void) => {
    const key = crypto.randomUUID()
    setUploads((all) => [...all, { key, filename: file.name, progress: 0 }])

    try {
      const attachment = await uploadFile(file, (progress) => change(key, { progress }))
      onDone(attachment)
      forget(key)
    } catch (error) {
      change(key, { error: messageOf(error) })
    }
  }

  return {
    uploads,
    isUploading: uploads.some(({ error }) => !error),
    /** @param onDone instead of what is done with the others */
    upload: (files: Iterable<File>, onDone = onUploaded) =>
      void Promise.all([...files].map((file) => send(file, onDone))),
    forget,
  }
}
