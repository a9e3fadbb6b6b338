import type { MiddlewareRoute } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { takeFiles } from "./take-files"

const MOST_FILES = 20

export const attachmentMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/attachments",
    methods: ["POST"],
    middlewares: [
      takeFiles(({ scope }) => ({
        megabytes: scope.resolve(HELPDESK_MODULE).options.maxAttachmentMegabytes,
        files: MOST_FILES,
      })),
    ],
  },
]
