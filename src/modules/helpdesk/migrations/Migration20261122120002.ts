import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What models cannot say: where ticket numbers start (V-34), the text search, and the four statuses
 * a desk begins with (K-3).
 *
 * Medusa gives each foreign key an index and each table one on `deleted_at`. Where a wider index
 * begins with the same column, or every row has the same value, they only cost writes.
 */
export class Migration20261122120002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter sequence "crm_ticket_number_seq" minvalue 1000000 start 1000000 restart;`
    )
    this.addSql(`create table if not exists "crm_ticket_search" (
      "ticket_id" text primary key references "crm_ticket" ("id") on delete cascade,
      "document" tsvector not null,
      "octets" integer not null
    );`)
    this.addSql(
      `create index if not exists "IDX_crm_ticket_search_document" on "crm_ticket_search" using gin ("document");`
    )
    this
      .addSql(`insert into "crm_ticket_status" ("id", "name", "category", "position", "is_default") values
      ('crmstat_open', 'Open', 'open', 0, true),
      ('crmstat_pending', 'Pending', 'pending', 1, true),
      ('crmstat_on_hold', 'On hold', 'on_hold', 2, true),
      ('crmstat_closed', 'Closed', 'closed', 3, true)
      on conflict ("id") do nothing;`)
    for (const index of [
      "crm_ticket_deleted_at",
      "crm_ticket_department_id",
      "crm_ticket_event_deleted_at",
      "crm_ticket_event_ticket_id",
      "crm_ticket_message_deleted_at",
      "crm_ticket_message_ticket_id",
      "crm_ticket_participant_deleted_at",
      "crm_ticket_participant_ticket_id",
      "crm_ticket_order_deleted_at",
      "crm_ticket_order_ticket_id",
      "crm_attachment_deleted_at",
      "crm_attachment_message_id",
    ]) {
      this.addSql(`drop index if exists "IDX_${index}";`)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "crm_ticket_search" cascade;`)
  }
}
