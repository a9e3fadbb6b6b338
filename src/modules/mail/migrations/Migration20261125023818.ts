import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125023818 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_host" type text using ("imap_host"::text);`);
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_host" drop not null;`);
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_port" type integer using ("imap_port"::integer);`);
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_port" drop not null;`);
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_security" type text using ("imap_security"::text);`);
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_security" drop not null;`);
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_username" type text using ("imap_username"::text);`);
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_username" drop not null;`);

    this.addSql(`alter table if exists "crm_outbound_mail" add column if not exists "secret" text null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_host" type text using ("imap_host"::text);`);
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_host" set not null;`);
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_port" type integer using ("imap_port"::integer);`);
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_port" set not null;`);
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_security" type text using ("imap_security"::text);`);
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_security" set not null;`);
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_username" type text using ("imap_username"::text);`);
    this.addSql(`alter table if exists "crm_mail_account" alter column "imap_username" set not null;`);

    this.addSql(`alter table if exists "crm_outbound_mail" drop column if exists "secret";`);
  }

}
