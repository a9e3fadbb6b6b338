import type { MiddlewareRoute } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { takeFiles } from "../../../admin/crm/attachments/take-files"
import { limited } from "../limited"

export const storeAttachmentMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/crm/attachments",
    methods: ["POST"],
    middlewares: [
      limited("upload"),
      takeFiles(({ scope }) => {
        const { maxMegabytes, maxFiles } =
          scope.resolve(HELPDESK_MODULE).options.storeAttachments

        return { megabytes: maxMegabytes, files: maxFiles }
      }),
    ],
  },
]
