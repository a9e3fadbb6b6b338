import {
  validateAndTransformBody,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { limited } from "../limited"
import { AskForChallenge, ReadForm, SubmitForm } from "./contract"

export const storeFormMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/crm/forms/:handle",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ReadForm, {})],
  },
  {
    matcher: "/store/crm/forms/:handle/submissions",
    methods: ["POST"],
    middlewares: [
      limited("message"),
      validateAndTransformQuery(ReadForm, {}),
      validateAndTransformBody(SubmitForm),
    ],
  },
  {
    matcher: "/store/crm/captcha/challenge",
    methods: ["GET"],
    middlewares: [limited("challenge"), validateAndTransformQuery(AskForChallenge, {})],
  },
]
