export {
  createSupportClient,
  type SupportClient,
  type SupportConfig,
} from "./create-support-client"
export {
  answersOf,
  checkValues,
  type Complaint,
  type FieldValue,
  type FieldValues,
} from "./check-answers"
export { forwardToMedusa } from "./forward-to-medusa"
export { solveChallenge, type Challenge } from "./solve-challenge"
export { attachmentReference, type UploadOptions } from "./upload-files"
export type * from "./types"
