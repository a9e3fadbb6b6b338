import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { inTransaction, reading } from "../../../sql"
import type { NewCustomerNote } from "../records/customer-notes"
import { erasePerson, tracesOfPerson } from "../records/erase-person"
import { samePerson, type NewPersonAddress } from "../records/same-person"
import { markShared, sharedAmong } from "../records/shared-addresses"
import {
  addAddressWithUndo,
  addNoteWithUndo,
  changeNoteWithUndo,
  removeAddressWithUndo,
} from "../records/undoable"
import { notesOfPerson, ticketsOfPerson, type Identity } from "../reports/person"
import { personData } from "../reports/person-data"
import type { Actor } from "../types"
import type { Db } from "./tables"
import { TeamworkMethods } from "./teamwork"

/** The people who write: their addresses, notes, and their erasure. */
export class PeopleMethods extends TeamworkMethods {
  @InjectTransactionManager()
  async addCustomerNote(
    note: NewCustomerNote,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return addNoteWithUndo(inTransaction(context), note, actor)
  }

  /** @param text null deletes it */
  @InjectTransactionManager()
  async changeCustomerNote(
    id: string,
    text: string | null,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return changeNoteWithUndo(inTransaction(context), id, text, actor)
  }

  @InjectTransactionManager()
  async addPersonAddress(
    address: NewPersonAddress,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return addAddressWithUndo(inTransaction(context), address, actor)
  }

  @InjectTransactionManager()
  async removePersonAddress(id: string, actor: Actor, @MedusaContext() context: Db = {}) {
    return removeAddressWithUndo(inTransaction(context), id, actor)
  }

  /** Every address of a person, in lower case. */
  @InjectManager()
  async samePerson(emails: string[], @MedusaContext() context: Db = {}) {
    return samePerson(reading(context), emails)
  }

  @InjectTransactionManager()
  async markShared(
    email: string,
    mark: { is_shared: boolean; marked_by: string | null },
    @MedusaContext() context: Db = {}
  ) {
    await markShared(inTransaction(context), email, mark)
  }

  @InjectManager()
  async sharedAmong(emails: string[], @MedusaContext() context: Db = {}) {
    return sharedAmong(reading(context), emails)
  }

  /** The tickets of a person, what agents wrote down about her, and which addresses are shared. */
  @InjectManager()
  async person(who: Identity, limit: number, @MedusaContext() context: Db = {}) {
    const sql = reading(context)
    const [tickets, notes, shared] = await Promise.all([
      ticketsOfPerson(sql, who, limit),
      notesOfPerson(sql, who),
      sharedAmong(sql, who.emails),
    ])
    return { ...tickets, notes, shared }
  }

  @InjectManager()
  async tracesOfPerson(who: Identity, @MedusaContext() context: Db = {}) {
    return tracesOfPerson(reading(context), who)
  }

  /** Erases a person from the desk (K-10). @returns ids of her files: uploads of no message now */
  @InjectTransactionManager()
  async erasePerson(
    who: Identity,
    actorId: string | null,
    @MedusaContext() context: Db = {}
  ) {
    return erasePerson(inTransaction(context), who, actorId)
  }

  /** Everything the desk knows of a person. */
  @InjectManager()
  async personData(who: Identity, @MedusaContext() context: Db = {}) {
    return personData(reading(context), who)
  }
}
