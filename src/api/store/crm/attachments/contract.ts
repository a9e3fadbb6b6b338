import type { StoreAttachment } from "../tickets/contract"

/** `token` goes with the id, as `id:token`, for who is not logged in; null for a customer. */
export type UploadedFile = StoreAttachment & { token: string | null }

export type UploadedFilesResponse = { attachments: UploadedFile[] }
