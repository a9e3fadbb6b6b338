import type {
  Attachment,
  AttachmentsResponse,
} from "../../api/admin/crm/attachments/contract"
import { authType, backendUrl, sdk } from "./sdk"

/** One file to the desk. XMLHttpRequest, because fetch does not tell how far an upload is. */
export async function uploadFile(
  file: File,
  onProgress: (fraction: number) => void
): Promise<Attachment> {
  const token = authType === "jwt" ? await sdk.client.getToken() : null
  const body = new FormData()
  body.append("files", file)

  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open("POST", `${backendUrl.replace(/\/$/, "")}/admin/crm/attachments`)
    request.withCredentials = authType === "session"
    if (token) {
      request.setRequestHeader("Authorization", `Bearer ${token}`)
    }
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0)
    request.onerror = () => reject(new Error(request.statusText))
    request.onload = () => {
      const answer = parse(request.responseText)
      const attachment = answer?.attachments?.[0]

      return request.status < 300 && attachment
        ? resolve(attachment)
        : reject(new Error(answer?.message ?? request.statusText))
    }
    request.send(body)
  })
}

function parse(
  text: string
): (Partial<AttachmentsResponse> & { message?: string }) | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
