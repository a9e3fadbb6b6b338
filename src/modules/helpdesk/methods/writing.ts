import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { inTransaction, reading } from "../../../sql"
import type { DraftFields } from "../domain/draft"
import type { MailTemplate, MailTemplateKey } from "../domain/mail-templates"
import { deleteDraft, findDraft, listDrafts, saveDraft } from "../records/drafts"
import {
  listMailTemplates,
  mailTemplate,
  resetMailTemplate,
  saveMailTemplate,
} from "../records/mail-templates"
import {
  deleteSavedReply,
  listSavedReplies,
  restoreSavedReply,
  savedReply,
  saveSavedReply,
  type SavedReplyData,
  type SavedReplyQuery,
} from "../records/saved-replies"
import {
  deleteSignature,
  listSignatures,
  restoreSignature,
  saveSignature,
  signatureFor,
  type SignatureData,
} from "../records/signatures"
import { ticketFacts } from "../reports/ticket-facts"
import { AgentMethods } from "./agents"
import type { Db } from "./tables"

/** What an agent writes with: drafts, signatures, saved replies, mail templates. */
export class WritingMethods extends AgentMethods {
  @InjectManager()
  async ticketFacts(id: string, @MedusaContext() context: Db = {}) {
    return ticketFacts(reading(context), id)
  }

  @InjectManager()
  async draftOf(ticketId: string, userId: string, @MedusaContext() context: Db = {}) {
    return findDraft(reading(context), { ticket_id: ticketId, user_id: userId })
  }

  @InjectManager()
  async draftsOf(userId: string, @MedusaContext() context: Db = {}) {
    return listDrafts(reading(context), userId)
  }

  @InjectTransactionManager()
  async saveDraft(
    draft: { ticket_id: string; user_id: string; fields: DraftFields; revision?: number },
    @MedusaContext() context: Db = {}
  ) {
    await saveDraft(inTransaction(context), draft)
  }

  @InjectTransactionManager()
  async discardDraft(
    ticketId: string,
    userId: string,
    @MedusaContext() context: Db = {}
  ) {
    await deleteDraft(inTransaction(context), { ticket_id: ticketId, user_id: userId })
  }

  @InjectManager()
  async signatures(
    filter: Parameters<typeof listSignatures>[1],
    @MedusaContext() context: Db = {}
  ) {
    return listSignatures(reading(context), filter)
  }

  @InjectTransactionManager()
  async saveSignature(
    id: string | null,
    data: SignatureData,
    @MedusaContext() context: Db = {}
  ) {
    return saveSignature(inTransaction(context), id, data)
  }

  @InjectTransactionManager()
  async deleteSignature(id: string, @MedusaContext() context: Db = {}) {
    await deleteSignature(inTransaction(context), id)
  }

  @InjectTransactionManager()
  async restoreSignature(id: string, @MedusaContext() context: Db = {}) {
    await restoreSignature(inTransaction(context), id)
  }

  @InjectTransactionManager()
  async signatureFor(
    post: Parameters<typeof signatureFor>[1],
    @MedusaContext() context: Db = {}
  ) {
    return signatureFor(inTransaction(context), post)
  }

  @InjectManager()
  async savedReplies(query: SavedReplyQuery, @MedusaContext() context: Db = {}) {
    return listSavedReplies(reading(context), query)
  }

  @InjectManager()
  async savedReply(id: string, reader: string | null, @MedusaContext() context: Db = {}) {
    return savedReply(reading(context), id, reader)
  }

  @InjectTransactionManager()
  async saveSavedReply(
    id: string | null,
    data: SavedReplyData,
    reader: string | null,
    @MedusaContext() context: Db = {}
  ) {
    return saveSavedReply(inTransaction(context), id, data, reader)
  }

  @InjectTransactionManager()
  async deleteSavedReply(
    id: string,
    reader: string | null,
    @MedusaContext() context: Db = {}
  ) {
    await deleteSavedReply(inTransaction(context), id, reader)
  }

  @InjectTransactionManager()
  async restoreSavedReply(id: string, @MedusaContext() context: Db = {}) {
    await restoreSavedReply(inTransaction(context), id)
  }

  @InjectManager()
  async mailTemplates(@MedusaContext() context: Db = {}) {
    return listMailTemplates(reading(context))
  }

  @InjectManager()
  async mailTemplate(key: MailTemplateKey, @MedusaContext() context: Db = {}) {
    return mailTemplate(reading(context), key)
  }

  @InjectTransactionManager()
  async saveMailTemplate(
    key: MailTemplateKey,
    template: MailTemplate,
    @MedusaContext() context: Db = {}
  ) {
    await saveMailTemplate(inTransaction(context), key, template)
  }

  @InjectTransactionManager()
  async resetMailTemplate(key: MailTemplateKey, @MedusaContext() context: Db = {}) {
    await resetMailTemplate(inTransaction(context), key)
  }
}
