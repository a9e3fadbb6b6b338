import { defineMiddlewares } from "@medusajs/framework/http"
import { assertEnabled } from "./admin/crm/assert-enabled"
import { attachmentMiddlewares } from "./admin/crm/attachments/middlewares"
import { classificationMiddlewares } from "./admin/crm/classifications/middlewares"
import { departmentMiddlewares } from "./admin/crm/departments/middlewares"
import { inboundMailMiddlewares } from "./admin/crm/inbound-mails/middlewares"
import { mailAccountMiddlewares } from "./admin/crm/mail-accounts/middlewares"
import { outboundMailMiddlewares } from "./admin/crm/outbound-mails/middlewares"
import { statusMiddlewares } from "./admin/crm/statuses/middlewares"
import { ticketMiddlewares } from "./admin/crm/tickets/middlewares"

export default defineMiddlewares({
  routes: [
    { matcher: "/admin/crm/:area(tickets|departments|classifications|statuses|mail-accounts|attachments|inbound-mails|outbound-mails)*", middlewares: [assertEnabled] },
    ...attachmentMiddlewares,
    ...classificationMiddlewares,
    ...departmentMiddlewares,
    ...inboundMailMiddlewares,
    ...mailAccountMiddlewares,
    ...outboundMailMiddlewares,
    ...statusMiddlewares,
    ...ticketMiddlewares,
  ],
})
