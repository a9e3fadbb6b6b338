import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import multer from "multer"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"

const MOST_FILES = 20

/** Takes files into memory within the desk's limits, and refuses in a sentence what is beyond. */
function takeFiles(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const { maxAttachmentMegabytes } = req.scope.resolve(HELPDESK_MODULE).options
  const upload = multer({
    storage: multer.memoryStorage(),
    defParamCharset: "utf8",
    limits: {
      fileSize: maxAttachmentMegabytes * 1024 * 1024,
      files: MOST_FILES,
      fields: 0,
    },
  }).array("files", MOST_FILES)

  upload(req, res, (error: unknown) =>
    next(
      error
        ? new MedusaError(
            MedusaError.Types.INVALID_DATA,
            refusal(error, maxAttachmentMegabytes)
          )
        : undefined
    )
  )
}

function refusal(error: unknown, megabytes: number): string {
  const { code } = error as { code?: string }

  switch (code) {
    case "LIMIT_FILE_SIZE":
      return `A file is larger than ${megabytes} MB. Send a link, or make it smaller`
    case "LIMIT_FILE_COUNT":
    case "LIMIT_UNEXPECTED_FILE":
      return `Upload at most ${MOST_FILES} files at once, each in a field called "files"`
    case "LIMIT_FIELD_COUNT":
      return `Nothing but files is taken here, each in a field called "files"`
    default:
      return "The upload could not be read. Try again"
  }
}

export const attachmentMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/attachments",
    methods: ["POST"],
    middlewares: [takeFiles],
  },
]
