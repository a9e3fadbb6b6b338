import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { inTransaction, reading } from "../../../sql"
import { saveContactForm, type ContactFormData } from "../records/contact-forms"
import { saveCustomField, type CustomFieldData } from "../records/custom-fields"
import {
  assertNameIsFree,
  assertNoTickets,
  assertRoomForDepartment,
  assertStatusDefaults,
  ticketCounts,
} from "../records/departments"
import {
  createStatus,
  deleteStatus,
  listStatuses,
  updateStatus,
} from "../records/statuses"
import { setSupportGroups } from "../records/support-groups"
import type { ClassificationDTO, DepartmentDTO } from "../types"
import { HelpdeskTables, type Db } from "./tables"

type DepartmentData = Partial<
  Omit<
    DepartmentDTO,
    "id" | "classifications" | "agents" | "created_at" | "updated_at" | "deleted_at"
  >
>

type ClassificationData = { name?: string; department_ids?: string[] }

/** Departments, statuses, and what the shop asks its customers. */
export class DeskSettingsMethods extends HelpdeskTables {
  /** @throws NOT_ALLOWED when there are as many as there may be, DUPLICATE_ERROR for a taken name */
  @InjectTransactionManager()
  async createDepartment(
    data: DepartmentData & Pick<DepartmentDTO, "private_name" | "public_name">,
    @MedusaContext() context: Db = {}
  ): Promise<DepartmentDTO> {
    const sql = inTransaction(context)

    await assertRoomForDepartment(sql, this.options.maxDepartments)
    await assertNameIsFree(sql, "crm_department", data.private_name)
    await assertStatusDefaults(sql, [data.status_after_reply, data.status_after_note])

    return this.createCrmDepartments(withRatingSince(data, null), context)
  }

  @InjectTransactionManager()
  async updateDepartment(
    id: string,
    data: DepartmentData,
    @MedusaContext() context: Db = {}
  ): Promise<DepartmentDTO> {
    const sql = inTransaction(context)

    if (data.private_name !== undefined) {
      await assertNameIsFree(sql, "crm_department", data.private_name, id)
    }
    await assertStatusDefaults(sql, [data.status_after_reply, data.status_after_note])

    const before = await this.retrieveCrmDepartment(id, {}, context)

    return this.updateCrmDepartments({ id, ...withRatingSince(data, before) }, context)
  }

  /** @throws NOT_ALLOWED while tickets are in it */
  @InjectTransactionManager()
  async deleteDepartment(id: string, @MedusaContext() context: Db = {}) {
    await assertNoTickets(inTransaction(context), id)
    await this.softDeleteCrmDepartments(id, {}, context)
  }

  @InjectManager()
  async departmentCounts(@MedusaContext() context: Db = {}) {
    return ticketCounts(reading(context))
  }

  @InjectTransactionManager()
  async saveClassification(
    id: string | null,
    { name, department_ids }: ClassificationData,
    @MedusaContext() context: Db = {}
  ): Promise<ClassificationDTO> {
    if (name !== undefined) {
      await assertNameIsFree(
        inTransaction(context),
        "crm_classification",
        name,
        id ?? undefined
      )
    }
    const data = {
      ...(name === undefined ? {} : { name }),
      ...(department_ids === undefined ? {} : { departments: department_ids }),
    }
    return id
      ? this.updateCrmClassifications({ id, ...data }, context)
      : this.createCrmClassifications({ name: "", ...data }, context)
  }

  @InjectManager()
  async listStatuses(@MedusaContext() context: Db = {}) {
    return listStatuses(reading(context))
  }

  @InjectTransactionManager()
  async createStatus(
    data: Parameters<typeof createStatus>[1],
    @MedusaContext() context: Db = {}
  ) {
    return createStatus(inTransaction(context), data)
  }

  @InjectTransactionManager()
  async updateStatus(
    id: string,
    data: Parameters<typeof updateStatus>[2],
    @MedusaContext() context: Db = {}
  ) {
    return updateStatus(inTransaction(context), id, data)
  }

  @InjectTransactionManager()
  async deleteStatus(id: string, @MedusaContext() context: Db = {}) {
    await deleteStatus(inTransaction(context), id)
  }

  /** Creates with null, changes with an id. @throws DUPLICATE_ERROR for a taken key */
  @InjectTransactionManager()
  async saveCustomField(
    id: string | null,
    data: CustomFieldData,
    @MedusaContext() context: Db = {}
  ) {
    return saveCustomField(inTransaction(context), id, data)
  }

  /** Creates with null, changes with an id. @throws DUPLICATE_ERROR for a taken handle */
  @InjectTransactionManager()
  async saveContactForm(
    id: string | null,
    data: ContactFormData,
    @MedusaContext() context: Db = {}
  ) {
    return saveContactForm(inTransaction(context), id, data)
  }

  /** Groups whose members see each other's tickets: these and no others. */
  @InjectTransactionManager()
  async setSupportGroups(groupIds: string[], @MedusaContext() context: Db = {}) {
    await setSupportGroups(inTransaction(context), groupIds)
  }
}

/** A department that begins to ask how it was asks about what is closed from then on. */
const withRatingSince = <Data extends DepartmentData>(
  data: Data,
  before: Pick<DepartmentDTO, "rating_mode"> | null
): Data =>
  data.rating_mode === "after_closing" && before?.rating_mode !== "after_closing"
    ? { rating_since: new Date(), ...data }
    : data
