import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What models cannot say: raw bytes, 64 bit integers, a primary key of two columns.
 * - `crm_inbound_source`: the mail as it came, apart from the ledger so that lists stay small
 * - `crm_mail_cursor`: how far a folder was read, valid under its UIDVALIDITY only
 * - `crm_mail_lease`: who polls an account, on the database's clock; `fencing` rises with each owner
 * - `crm_mail_secret`: encrypted passwords, apart from the accounts so that no record carries them
 * - `crm_mail_identity`: the first row a mail was seen in, so that a second copy is known as one
 *
 * The indexes that Medusa makes on `deleted_at` cover every row of a ledger that deletes nothing.
 */
export class Migration20261122120001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "crm_inbound_source" (
      "inbound_mail_id" text primary key references "crm_inbound_mail" ("id") on delete cascade,
      "source" bytea not null
    );`)
    this.addSql(
      `alter table "crm_inbound_source" alter column "source" set storage external;`
    )
    this.addSql(`create table if not exists "crm_mail_cursor" (
      "account_id" text not null,
      "folder" text not null,
      "uid_validity" bigint not null,
      "last_uid" bigint not null,
      primary key ("account_id", "folder")
    );`)
    this.addSql(`create table if not exists "crm_mail_lease" (
      "account_id" text primary key,
      "owner" text not null,
      "fencing" bigint not null,
      "expires_at" timestamptz not null
    );`)
    this.addSql(`create table if not exists "crm_mail_secret" (
      "account_id" text not null references "crm_mail_account" ("id") on delete cascade,
      "name" text not null,
      "sealed" text not null,
      primary key ("account_id", "name")
    );`)
    this.addSql(`create table if not exists "crm_mail_identity" (
      "identity" text primary key,
      "inbound_mail_id" text not null
    );`)
    for (const table of ["crm_inbound_mail", "crm_outbound_mail", "crm_auto_reply"]) {
      this.addSql(`drop index if exists "IDX_${table}_deleted_at";`)
    }
  }

  override async down(): Promise<void> {
    for (const table of [
      "inbound_source",
      "mail_cursor",
      "mail_lease",
      "mail_secret",
      "mail_identity",
    ]) {
      this.addSql(`drop table if exists "crm_${table}" cascade;`)
    }
  }
}
