import { MedusaService } from "@medusajs/framework/utils"
import { readOptions, type CrmDeskOptions } from "../../options"
import { CrmAttachment } from "./models/attachment"
import { CrmClassification } from "./models/classification"
import { CrmDepartment } from "./models/department"
import { CrmTicket } from "./models/ticket"
import { CrmTicketEvent } from "./models/ticket-event"
import { CrmTicketMessage } from "./models/ticket-message"
import { CrmTicketOrder } from "./models/ticket-order"
import { CrmTicketParticipant } from "./models/ticket-participant"
import { CrmTicketStatus } from "./models/ticket-status"

export default class HelpdeskModuleService extends MedusaService({
  CrmDepartment,
  CrmClassification,
  CrmTicketStatus,
  CrmTicket,
  CrmTicketMessage,
  CrmAttachment,
  CrmTicketEvent,
  CrmTicketParticipant,
  CrmTicketOrder,
}) {
  readonly options: CrmDeskOptions

  constructor(container: object, options: object) {
    super(...arguments)
    this.options = readOptions(options)
  }
}
