import { defineMiddlewares } from "@medusajs/framework/http"
import { assertEnabled } from "./admin/crm/assert-enabled"
import { attachmentMiddlewares } from "./admin/crm/attachments/middlewares"
import { classificationMiddlewares } from "./admin/crm/classifications/middlewares"
import { departmentMiddlewares } from "./admin/crm/departments/middlewares"
import { followUpMiddlewares } from "./admin/crm/follow-ups/middlewares"
import { inboundMailMiddlewares } from "./admin/crm/inbound-mails/middlewares"
import { mailAccountMiddlewares } from "./admin/crm/mail-accounts/middlewares"
import { noticeMiddlewares } from "./admin/crm/notices/middlewares"
import { outboundMailMiddlewares } from "./admin/crm/outbound-mails/middlewares"
import { statusMiddlewares } from "./admin/crm/statuses/middlewares"
import { ticketMiddlewares } from "./admin/crm/tickets/middlewares"
import { inboundWebhookMiddlewares } from "./crm/inbound-mails/middlewares"

/** The summary says that the desk is switched off; its pages ask for nothing else then. */
const EVERYTHING_BUT_THE_SUMMARY = /^\/admin\/crm(?=\/)(?!\/summary(\/|$))/

export default defineMiddlewares({
  routes: [
    { matcher: EVERYTHING_BUT_THE_SUMMARY, middlewares: [assertEnabled] },
    ...attachmentMiddlewares,
    ...classificationMiddlewares,
    ...departmentMiddlewares,
    ...followUpMiddlewares,
    ...inboundMailMiddlewares,
    ...mailAccountMiddlewares,
    ...noticeMiddlewares,
    ...outboundMailMiddlewares,
    ...statusMiddlewares,
    ...ticketMiddlewares,
    ...inboundWebhookMiddlewares,
  ],
})
