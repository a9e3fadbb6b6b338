import { FetchError } from "@medusajs/js-sdk"
import type { UploadedFile } from "./types"

/** How a file is named where it is sent along: a guest's by its token too. */
export const attachmentReference = ({ id, token }: UploadedFile) =>
  token ? `${id}:${token}` : id

export type UploadOptions = {
  /** From 0 to 1. */
  onProgress?: (done: number) => void
  signal?: AbortSignal
}

type Target = UploadOptions & {
  url: string
  headers: Record<string, string>
  withCredentials: boolean
}

/**
 * By XMLHttpRequest: `fetch` does not tell how much it has sent.
 * @throws FetchError with the server's words; without a status when it was not reached
 */
export function uploadFiles(files: File[], target: Target): Promise<UploadedFile[]> {
  const body = new FormData()
  for (const file of files) body.append("files", file)

  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()

    request.open("POST", target.url)
    request.withCredentials = target.withCredentials
    request.responseType = "json"
    for (const [name, value] of Object.entries(target.headers)) {
      request.setRequestHeader(name, value)
    }
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      target.onProgress?.(total ? loaded / total : 0)
    )
    request.addEventListener("load", () => {
      const uploaded = uploadedFiles(request.response)
      if (request.status < 300 && uploaded) resolve(uploaded)
      else reject(refusal(request))
    })
    request.addEventListener("error", () => reject(new FetchError("Not reached")))
    request.addEventListener("abort", () =>
      reject(new DOMException("Cancelled", "AbortError"))
    )
    target.signal?.addEventListener("abort", () => request.abort(), { once: true })
    request.send(body)
  })
}

function uploadedFiles(answer: unknown): UploadedFile[] | null {
  return isRecord(answer) && Array.isArray(answer.attachments) ? answer.attachments : null
}

function refusal({ response, status, statusText }: XMLHttpRequest) {
  const said = isRecord(response) ? response.message : null
  return new FetchError(typeof said === "string" ? said : statusText, statusText, status)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null
