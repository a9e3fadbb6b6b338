import { Module } from "@medusajs/framework/utils"
import HelpdeskModuleService from "./service"

export const HELPDESK_MODULE = "crm_helpdesk"

export default Module(HELPDESK_MODULE, { service: HelpdeskModuleService })

declare module "@medusajs/framework/types" {
  interface ModuleImplementations {
    [HELPDESK_MODULE]: HelpdeskModuleService
  }
}
