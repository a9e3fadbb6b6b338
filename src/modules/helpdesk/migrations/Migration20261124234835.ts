import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261124234835 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_unclosed" ON "crm_ticket" ("last_message_at", "id") WHERE status_category <> 'closed' AND deleted_at IS NULL AND merged_into_id IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_crm_ticket_unclosed";`);
  }

}
