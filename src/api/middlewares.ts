import { defineMiddlewares } from "@medusajs/framework/http"
import { assertEnabled } from "./admin/crm/assert-enabled"
import { attachmentMiddlewares } from "./admin/crm/attachments/middlewares"
import { classificationMiddlewares } from "./admin/crm/classifications/middlewares"
import { customerNoteMiddlewares } from "./admin/crm/customer-notes/middlewares"
import { departmentMiddlewares } from "./admin/crm/departments/middlewares"
import { inboundMailMiddlewares } from "./admin/crm/inbound-mails/middlewares"
import { mailAccountMiddlewares } from "./admin/crm/mail-accounts/middlewares"
import { outboundMailMiddlewares } from "./admin/crm/outbound-mails/middlewares"
import { personMiddlewares } from "./admin/crm/people/middlewares"
import { sharedAddressMiddlewares } from "./admin/crm/shared-addresses/middlewares"
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
    ...customerNoteMiddlewares,
    ...departmentMiddlewares,
    ...inboundMailMiddlewares,
    ...mailAccountMiddlewares,
    ...outboundMailMiddlewares,
    ...personMiddlewares,
    ...sharedAddressMiddlewares,
    ...statusMiddlewares,
    ...ticketMiddlewares,
    ...inboundWebhookMiddlewares,
  ],
})
