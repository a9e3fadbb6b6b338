import { model } from "@medusajs/framework/utils"
import { CrmDepartment } from "./department"

/** What a ticket is about, offered in the departments it is limited to (V-56, V-99, V-100). */
export const CrmClassification = model
  .define("crm_classification", {
    id: model.id({ prefix: "crmcls" }).primaryKey(),
    name: model.text().searchable(),
    /** None means: offered in every department. */
    departments: model.manyToMany(() => CrmDepartment, {
      mappedBy: "classifications",
      pivotTable: "crm_classification_department",
    }),
  })
  .indexes([{ on: ["name"], unique: true, where: "deleted_at IS NULL" }])
