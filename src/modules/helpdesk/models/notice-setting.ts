import { model } from "@medusajs/framework/utils"
import { MAIL_WISHES } from "../domain/notice"

/** Which notices an agent wants by mail too. Without a row: all of them. */
export const CrmNoticeSetting = model
  .define("crm_notice_setting", {
    id: model.id({ prefix: "nset" }).primaryKey(),
    user_id: model.text(),
    mail: model.enum([...MAIL_WISHES]).default("all"),
  })
  .indexes([{ on: ["user_id"], unique: true, where: "deleted_at IS NULL" }])
