import { model } from "@medusajs/framework/utils"
import { RATING_MODES, RATING_SCALES } from "../domain/rating"
import { CrmAgent } from "./agent"
import { CrmClassification } from "./classification"

/** Where a ticket belongs: Sales, Returns, Customer Service ... (V-09 to V-14). */
export const CrmDepartment = model
  .define("crm_department", {
    id: model.id({ prefix: "crmdep" }).primaryKey(),
    /** What agents read. */
    private_name: model.text().searchable(),
    /** What customers read: the sender's name of its mail, the choice in a form (V-13). */
    public_name: model.text().searchable(),
    visible_in_store: model.boolean().default(true),
    /** The one account its mail leaves through; many accounts may feed it (K-2). */
    mail_account_id: model.text().nullable(),
    /** `unchanged`, a category or the id of a status (V-68, K-4). */
    status_after_reply: model.text().default("closed"),
    status_after_note: model.text().default("unchanged"),
    /** Its mail leaves without HTML, whatever was written (K-11, V-109). */
    plain_text_only: model.boolean().default(false),
    /** How long a reply can be taken back; null: the option `undoSendSeconds` (E-10). */
    undo_send_seconds: model.number().nullable(),
    /** Whether its customers are asked how it was (E-17). */
    rating_mode: model.enum([...RATING_MODES]).default("off"),
    /** From the closing to the question. */
    rating_delay_minutes: model.number().default(60),
    rating_scale: model.enum([...RATING_SCALES]).default("three"),
    /** Null: the built-in question, in the shopper's language. */
    rating_question: model.text().nullable(),
    /** Since when it asks: nobody is asked about what was closed before. */
    rating_since: model.dateTime().nullable(),
    position: model.number().default(0),
    classifications: model.manyToMany(() => CrmClassification, {
      mappedBy: "departments",
    }),
    agents: model.manyToMany(() => CrmAgent, { mappedBy: "departments" }),
  })
  .indexes([{ on: ["private_name"], unique: true, where: "deleted_at IS NULL" }])
