import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124222618 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "crm_mail_account" drop constraint if exists "crm_mail_account_state_check";`
    )

    this.addSql(
      `alter table if exists "crm_inbound_mail" add column if not exists "tidy_pending" boolean not null default false;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_inbound_mail_account_id_folder" ON "crm_inbound_mail" ("account_id", "folder") WHERE tidy_pending AND deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "crm_mail_account" add column if not exists "oauth_provider" text check ("oauth_provider" in ('google', 'microsoft')) null, add column if not exists "oauth_connected_as" text null, add column if not exists "oauth_expires_at" timestamptz null, add column if not exists "oauth_renewed_at" timestamptz null, add column if not exists "after_reading" text check ("after_reading" in ('keep', 'mark_seen', 'move', 'delete')) not null default 'keep', add column if not exists "after_reading_folder" text null, add column if not exists "after_reading_error" text null;`
    )
    this.addSql(
      `alter table if exists "crm_mail_account" add constraint "crm_mail_account_state_check" check("state" in ('new', 'ok', 'failing', 'reconnect', 'locked'));`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "crm_mail_account" drop constraint if exists "crm_mail_account_state_check";`
    )

    this.addSql(`drop index if exists "IDX_crm_inbound_mail_account_id_folder";`)
    this.addSql(
      `alter table if exists "crm_inbound_mail" drop column if exists "tidy_pending";`
    )

    this.addSql(
      `alter table if exists "crm_mail_account" drop column if exists "oauth_provider", drop column if exists "oauth_connected_as", drop column if exists "oauth_expires_at", drop column if exists "oauth_renewed_at", drop column if exists "after_reading", drop column if exists "after_reading_folder", drop column if exists "after_reading_error";`
    )

    this.addSql(
      `alter table if exists "crm_mail_account" add constraint "crm_mail_account_state_check" check("state" in ('new', 'ok', 'failing'));`
    )
  }
}
