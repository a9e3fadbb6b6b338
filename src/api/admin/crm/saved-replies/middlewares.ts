import {
  validateAndTransformBody,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { CreateSavedReply, ListSavedReplies, UpdateSavedReply } from "./contract"

/** As long as a reply may be: it becomes one. */
const bodyParser = { sizeLimit: "2mb" }

export const savedReplyMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/saved-replies",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListSavedReplies, { isList: true })],
  },
  {
    matcher: "/admin/crm/saved-replies",
    methods: ["POST"],
    bodyParser,
    middlewares: [validateAndTransformBody(CreateSavedReply)],
  },
  {
    matcher: "/admin/crm/saved-replies/:id",
    methods: ["POST"],
    bodyParser,
    middlewares: [validateAndTransformBody(UpdateSavedReply)],
  },
]
