import { authenticate, defineMiddlewares } from "@medusajs/framework/http"
import { agentMiddlewares } from "./admin/crm/agents/middlewares"
import { assertEnabled } from "./admin/crm/assert-enabled"
import { attachmentMiddlewares } from "./admin/crm/attachments/middlewares"
import { classificationMiddlewares } from "./admin/crm/classifications/middlewares"
import { customerNoteMiddlewares } from "./admin/crm/customer-notes/middlewares"
import { departmentMiddlewares } from "./admin/crm/departments/middlewares"
import { followUpMiddlewares } from "./admin/crm/follow-ups/middlewares"
import { inboundMailMiddlewares } from "./admin/crm/inbound-mails/middlewares"
import { mailAccountMiddlewares } from "./admin/crm/mail-accounts/middlewares"
import { mailProviderMiddlewares } from "./admin/crm/mail-providers/middlewares"
import { mailTemplateMiddlewares } from "./admin/crm/mail-templates/middlewares"
import { noticeMiddlewares } from "./admin/crm/notices/middlewares"
import { outboundMailMiddlewares } from "./admin/crm/outbound-mails/middlewares"
import { savedReplyMiddlewares } from "./admin/crm/saved-replies/middlewares"
import { signatureMiddlewares } from "./admin/crm/signatures/middlewares"
import { personMiddlewares } from "./admin/crm/people/middlewares"
import { sharedAddressMiddlewares } from "./admin/crm/shared-addresses/middlewares"
import { statusMiddlewares } from "./admin/crm/statuses/middlewares"
import { suppressedAddressMiddlewares } from "./admin/crm/suppressed-addresses/middlewares"
import { teamMiddlewares } from "./admin/crm/teams/middlewares"
import { ticketMiddlewares } from "./admin/crm/tickets/middlewares"
import { orderAccessMiddlewares } from "./store/crm/order-access/middlewares"
import { customFieldMiddlewares } from "./admin/crm/custom-fields/middlewares"
import { formMiddlewares } from "./admin/crm/forms/middlewares"
import { storeFormMiddlewares } from "./store/crm/forms/middlewares"
import { storefrontSettingsMiddlewares } from "./admin/crm/storefront-settings/middlewares"
import { storeAttachmentMiddlewares } from "./store/crm/attachments/middlewares"
import { storeTicketMiddlewares } from "./store/crm/tickets/middlewares"
import { ratingMiddlewares } from "./store/crm/ratings/middlewares"
import { inboundWebhookMiddlewares } from "./crm/inbound-mails/middlewares"

/** Shoppers may be logged in, and need not be. */
const STORE = /^\/store\/crm(\/|$)/

/** The summary says that the desk is switched off; its pages ask for nothing else then. */
const EVERYTHING_BUT_THE_SUMMARY = /^\/admin\/crm(?=\/)(?!\/summary(\/|$))/

export default defineMiddlewares({
  routes: [
    { matcher: EVERYTHING_BUT_THE_SUMMARY, middlewares: [assertEnabled] },
    {
      matcher: STORE,
      middlewares: [
        assertEnabled,
        authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true }),
      ],
    },
    ...agentMiddlewares,
    ...attachmentMiddlewares,
    ...classificationMiddlewares,
    ...customerNoteMiddlewares,
    ...departmentMiddlewares,
    ...followUpMiddlewares,
    ...inboundMailMiddlewares,
    ...mailAccountMiddlewares,
    ...mailProviderMiddlewares,
    ...mailTemplateMiddlewares,
    ...noticeMiddlewares,
    ...orderAccessMiddlewares,
    ...outboundMailMiddlewares,
    ...ratingMiddlewares,
    ...savedReplyMiddlewares,
    ...signatureMiddlewares,
    ...personMiddlewares,
    ...sharedAddressMiddlewares,
    ...statusMiddlewares,
    ...customFieldMiddlewares,
    ...formMiddlewares,
    ...storeAttachmentMiddlewares,
    ...storeFormMiddlewares,
    ...storefrontSettingsMiddlewares,
    ...storeTicketMiddlewares,
    ...suppressedAddressMiddlewares,
    ...teamMiddlewares,
    ...ticketMiddlewares,
    ...inboundWebhookMiddlewares,
  ],
})
