import {
  validateAndTransformBody,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { ListNotices, ReadNotices, UpdateNoticeSettings } from "./contract"

export const noticeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/notices",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListNotices, { isList: true })],
  },
  {
    matcher: "/admin/crm/notices/read",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(ReadNotices)],
  },
  {
    matcher: "/admin/crm/notices/settings",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateNoticeSettings)],
  },
]
