import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import { readOptions, type CrmDeskOptions } from "../../../options"
import { CrmAgent } from "../models/agent"
import { CrmAllowance } from "../models/allowance"
import { CrmAttachment } from "../models/attachment"
import { CrmClassification } from "../models/classification"
import { CrmContactForm } from "../models/contact-form"
import { CrmCustomField } from "../models/custom-field"
import { CrmCustomerNote } from "../models/customer-note"
import { CrmDepartment } from "../models/department"
import { CrmDraft } from "../models/draft"
import { CrmFollowUp } from "../models/follow-up"
import { CrmMailTemplate } from "../models/mail-template"
import { CrmNotice } from "../models/notice"
import { CrmNoticeSetting } from "../models/notice-setting"
import { CrmOrderAccess } from "../models/order-access"
import { CrmProvenAddress } from "../models/proven-address"
import { CrmSamePerson } from "../models/same-person"
import { CrmSavedReply } from "../models/saved-reply"
import { CrmSharedAddress } from "../models/shared-address"
import { CrmSignature } from "../models/signature"
import { CrmSupportGroup } from "../models/support-group"
import { CrmTeam } from "../models/team"
import { CrmTicket } from "../models/ticket"
import { CrmTicketEvent } from "../models/ticket-event"
import { CrmTicketMerge } from "../models/ticket-merge"
import { CrmTicketMessage } from "../models/ticket-message"
import { CrmTicketOrder } from "../models/ticket-order"
import { CrmTicketParticipant } from "../models/ticket-participant"
import { CrmTicketPin } from "../models/ticket-pin"
import { CrmTicketProduct } from "../models/ticket-product"
import { CrmTicketRating } from "../models/ticket-rating"
import { CrmTicketRelation } from "../models/ticket-relation"
import { CrmTicketStatus } from "../models/ticket-status"
import { CrmTicketWatcher } from "../models/ticket-watcher"
import { CrmUndo } from "../models/undo"

export type Db = Context<EntityManager>

/** The tables, and the options: what every method stands on. */
export class HelpdeskTables extends MedusaService({
  CrmDepartment,
  CrmClassification,
  CrmTicketStatus,
  CrmTicket,
  CrmTicketMessage,
  CrmAttachment,
  CrmTicketEvent,
  CrmTicketParticipant,
  CrmTicketOrder,
  CrmUndo,
  CrmAgent,
  CrmTeam,
  CrmSignature,
  CrmSavedReply,
  CrmDraft,
  CrmMailTemplate,
  CrmFollowUp,
  CrmTicketWatcher,
  CrmTicketPin,
  CrmNotice,
  CrmNoticeSetting,
  CrmTicketMerge,
  CrmTicketRelation,
  CrmTicketProduct,
  CrmCustomerNote,
  CrmSamePerson,
  CrmSharedAddress,
  CrmOrderAccess,
  CrmProvenAddress,
  CrmTicketRating,
  CrmCustomField,
  CrmContactForm,
  CrmAllowance,
  CrmSupportGroup,
}) {
  readonly options: CrmDeskOptions

  constructor(container: object, options: object) {
    super(...arguments)
    this.options = readOptions(options)
  }
}
