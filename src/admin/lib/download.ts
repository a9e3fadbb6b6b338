import { sdk } from "./sdk"

/** Fetched rather than linked, so that it works with every kind of login. */
export async function fetchFile(path: string): Promise<Blob> {
  const answer = await sdk.client.fetch<Response>(path, { headers: { accept: "*/*" } })
  return answer.blob()
}

export async function download(path: string, filename: string): Promise<void> {
  const address = URL.createObjectURL(await fetchFile(path))
  const link = document.createElement("a")
  link.href = address
  link.download = filename
  link.click()
  // The browser reads the address after this call returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export const attachmentPath = (id: string) => `/admin/crm/attachments/${id}`
export const rawMailPath = (inboundMailId: string) =>
  `/admin/crm/inbound-mails/${inboundMailId}/raw`
