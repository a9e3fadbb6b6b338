import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import multer from "multer"

export type FileLimits = { megabytes: number; files: number }

/** Takes files into memory within limits, and refuses in a sentence what is beyond. */
export const takeFiles =
  (limitsOf: (req: MedusaRequest) => FileLimits) =>
  (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
    const limits = limitsOf(req)
    const upload = multer({
      storage: multer.memoryStorage(),
      defParamCharset: "utf8",
      limits: {
        fileSize: limits.megabytes * 1024 * 1024,
        files: limits.files,
        fields: 0,
      },
    }).array("files", limits.files)

    upload(req, res, (error: unknown) =>
      next(
        error
          ? new MedusaError(MedusaError.Types.INVALID_DATA, refusal(error, limits))
          : undefined
      )
    )
  }

function refusal(error: unknown, { megabytes, files }: FileLimits): string {
  const { code } = error as { code?: string }

  switch (code) {
    case "LIMIT_FILE_SIZE":
      return `A file is larger than ${megabytes} MB. Send a link, or make it smaller`
    case "LIMIT_FILE_COUNT":
    case "LIMIT_UNEXPECTED_FILE":
      return `Upload at most ${files} files at once, each in a field called "files"`
    case "LIMIT_FIELD_COUNT":
      return `Nothing but files is taken here, each in a field called "files"`
    default:
      return "The upload could not be read. Try again"
  }
}
