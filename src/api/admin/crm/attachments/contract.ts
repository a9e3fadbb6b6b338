export type Attachment = {
  id: string
  filename: string
  mime_type: string
  /** Bytes. */
  size: number
}

export type AttachmentsResponse = { attachments: Attachment[] }
