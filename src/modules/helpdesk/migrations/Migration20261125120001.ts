import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Who looks at a ticket and who writes on it, on the database's clock: one row for each agent and
 * ticket, written every few seconds and read by its key, so it has no id and no history. It refers to
 * no ticket by a foreign key, because a heartbeat would wait for whoever is changing that ticket.
 *
 * Medusa gives each foreign key an index and each table one on `deleted_at`: where a wider index
 * begins with the same column, or every row has the same value, they only cost writes.
 */
export class Migration20261125120001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "crm_ticket_presence" (
      "ticket_id" text not null,
      "user_id" text not null,
      "is_writing" boolean not null,
      "expires_at" timestamptz not null,
      primary key ("ticket_id", "user_id")
    );`)
    for (const index of [
      "crm_follow_up_ticket_id",
      "crm_follow_up_deleted_at",
      "crm_ticket_watcher_ticket_id",
      "crm_ticket_watcher_deleted_at",
      "crm_ticket_pin_ticket_id",
      "crm_ticket_pin_deleted_at",
      "crm_notice_deleted_at",
      "crm_notice_setting_deleted_at",
    ]) {
      this.addSql(`drop index if exists "IDX_${index}";`)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "crm_ticket_presence" cascade;`)
  }
}
