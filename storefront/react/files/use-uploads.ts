import { useCallback, useEffect, useRef, useState } from "react"
import type { UploadedFile } from "../../client/types"
import { attachmentReference } from "../../client/upload-files"
import { failureText } from "../failure-text"
import { useSupport } from "../support-provider"

export type Upload = {
  key: string
  /** The key of the field it was chosen in. */
  field: string
  name: string
  /** From 0 to 1. */
  done: number
  uploaded: UploadedFile | null
  /** In the shopper's language. */
  failure: string | null
}

/** Files on their way to the shop, each by itself: one that is refused does not stop the others. */
export function useUploads() {
  const { client, text } = useSupport()
  const [uploads, setUploads] = useState<Upload[]>([])
  const running = useRef(new Map<string, AbortController>())
  const counter = useRef(0)

  const change = useCallback(
    (key: string, changed: Partial<Upload>) =>
      setUploads((before) =>
        before.map((upload) => (upload.key === key ? { ...upload, ...changed } : upload))
      ),
    []
  )

  const begin = (field: string, file: File) => {
    const key = String(counter.current++)
    const controller = new AbortController()

    running.current.set(key, controller)
    client.attachments
      .upload([file], {
        signal: controller.signal,
        onProgress: (done) => change(key, { done }),
      })
      .then(
        ([uploaded]) => change(key, { done: 1, uploaded }),
        (error) => change(key, { failure: failureText(error, text) })
      )
      .finally(() => running.current.delete(key))
    return { key, field, name: file.name, done: 0, uploaded: null, failure: null }
  }

  useEffect(() => {
    const left = running.current
    return () => left.forEach((controller) => controller.abort())
  }, [])

  return {
    uploads,
    isRunning: uploads.some(({ uploaded, failure }) => !uploaded && !failure),
    add: (field: string, files: File[]) => {
      const added = files.map((file) => begin(field, file))
      setUploads((before) => [...before, ...added])
    },
    remove: (key: string) => {
      running.current.get(key)?.abort()
      setUploads((before) => before.filter((upload) => upload.key !== key))
    },
    clear: () => setUploads([]),
  }
}

/** What was uploaded, by the field it was chosen in. */
export function filesOf(uploads: Upload[]): Record<string, string[]> {
  const files: Record<string, string[]> = {}
  for (const { field, uploaded } of uploads) {
    if (uploaded) (files[field] ??= []).push(attachmentReference(uploaded))
  }
  return files
}
