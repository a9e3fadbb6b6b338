import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261124235404 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "crm_inbound_mail" drop constraint if exists "crm_inbound_mail_place_unique";`);
    this.addSql(`drop index if exists "IDX_crm_inbound_mail_account_id_folder_uid_validity_uid_unique";`);

    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_inbound_mail_place_unique" ON "crm_inbound_mail" ("account_id", "folder", "uid_validity", "uid", "sha256") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "crm_mail_account" add column if not exists "notice" text check ("notice" in ('renumbered', 'set_back')) null, add column if not exists "noticed_at" timestamptz null, add column if not exists "smtp_failures" integer not null default 0, add column if not exists "smtp_error" text null, add column if not exists "smtp_paused_until" timestamptz null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_crm_inbound_mail_place_unique";`);

    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_inbound_mail_account_id_folder_uid_validity_uid_unique" ON "crm_inbound_mail" ("account_id", "folder", "uid_validity", "uid") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "crm_mail_account" drop column if exists "notice", drop column if exists "noticed_at", drop column if exists "smtp_failures", drop column if exists "smtp_error", drop column if exists "smtp_paused_until";`);
  }

}
