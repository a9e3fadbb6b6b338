import { MedusaService } from "@medusajs/framework/utils"
import { readOptions, type CrmDeskOptions } from "../../options"
import { CrmAutoReply } from "./models/auto-reply"
import { CrmInboundMail } from "./models/inbound-mail"
import { CrmMailAccount } from "./models/mail-account"
import { CrmMailCursor } from "./models/mail-cursor"
import { CrmOutboundMail } from "./models/outbound-mail"

export default class MailModuleService extends MedusaService({
  CrmMailAccount,
  CrmMailCursor,
  CrmInboundMail,
  CrmOutboundMail,
  CrmAutoReply,
}) {
  readonly options: CrmDeskOptions

  constructor(container: object, options: object) {
    super(...arguments)
    this.options = readOptions(options)
  }
}
