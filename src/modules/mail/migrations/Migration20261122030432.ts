import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122030432 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "crm_outbound_mail" drop constraint if exists "crm_outbound_mail_reference_reference_id_unique";`
    )
    this.addSql(
      `alter table if exists "crm_mail_account" drop constraint if exists "crm_mail_account_address_unique";`
    )
    this.addSql(
      `alter table if exists "crm_inbound_mail" drop constraint if exists "crm_inbound_mail_account_id_folder_uid_validity_uid_unique";`
    )
    this.addSql(
      `alter table if exists "crm_auto_reply" drop constraint if exists "crm_auto_reply_inbound_mail_id_unique";`
    )
    this.addSql(
      `create table if not exists "crm_auto_reply" ("id" text not null, "address" text not null, "inbound_mail_id" text not null, "suppressed" boolean not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_auto_reply_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_auto_reply_deleted_at" ON "crm_auto_reply" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_auto_reply_inbound_mail_id_unique" ON "crm_auto_reply" ("inbound_mail_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_auto_reply_address_created_at" ON "crm_auto_reply" ("address", "created_at") WHERE suppressed = false AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_inbound_mail" ("id" text not null, "account_id" text not null, "folder" text not null, "uid_validity" text not null, "uid" text null, "state" text check ("state" in ('stored', 'ticketed', 'ignored', 'quarantined')) not null default 'stored', "reason" text null, "attempts" integer not null default 0, "size" integer not null, "sha256" text not null, "server_date" timestamptz null, "message_id" text null, "from_email" text null, "from_name" text null, "subject" text null, "problems" jsonb null, "duplicate_of_id" text null, "ticket_id" text null, "ticket_message_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_inbound_mail_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_inbound_mail_deleted_at" ON "crm_inbound_mail" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_inbound_mail_account_id_folder_uid_validity_uid_unique" ON "crm_inbound_mail" ("account_id", "folder", "uid_validity", "uid") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_inbound_mail_state_id" ON "crm_inbound_mail" ("state", "id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_inbound_mail_account_id_id" ON "crm_inbound_mail" ("account_id", "id") WHERE state = 'stored' AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_inbound_mail_message_id" ON "crm_inbound_mail" ("message_id") WHERE message_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_inbound_mail_created_at_id" ON "crm_inbound_mail" ("created_at", "id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_mail_account" ("id" text not null, "number" serial, "address" text not null, "name" text not null, "department_id" text not null, "imap_host" text not null, "imap_port" integer not null, "imap_security" text check ("imap_security" in ('tls', 'starttls', 'none')) not null, "imap_username" text not null, "imap_folder" text not null default 'INBOX', "smtp_host" text not null, "smtp_port" integer not null, "smtp_security" text check ("smtp_security" in ('tls', 'starttls', 'none')) not null, "smtp_username" text null, "allow_self_signed" boolean not null default false, "authserv_id" text null, "reply_footer" text null, "auto_reply_subject" text null, "auto_reply_body" text null, "enabled" boolean not null default true, "state" text check ("state" in ('new', 'ok', 'failing')) not null default 'new', "last_error" text null, "failures" integer not null default 0, "last_polled_at" timestamptz null, "last_mail_at" timestamptz null, "next_poll_at" timestamptz null, "backlog" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_mail_account_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_mail_account_deleted_at" ON "crm_mail_account" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_mail_account_address_unique" ON "crm_mail_account" ("address") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_mail_account_department_id" ON "crm_mail_account" ("department_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_outbound_mail" ("id" text not null, "reference" text not null, "reference_id" text not null, "thread_id" text not null, "account_id" text not null, "state" text check ("state" in ('held', 'queued', 'sending', 'sent', 'failed', 'dead', 'cancelled')) not null default 'queued', "due_at" timestamptz not null, "attempts" integer not null default 0, "claimed_by" text null, "claimed_until" timestamptz null, "sent_at" timestamptz null, "last_response" text null, "from_name" text not null, "to" jsonb not null, "cc" jsonb not null, "bcc" jsonb not null, "recipients" jsonb not null, "subject" text not null, "body_text" text not null, "body_html" text null, "message_id" text not null, "in_reply_to" text null, "references" jsonb not null, "is_auto_reply" boolean not null default false, "attachments" jsonb not null, "reported" boolean not null default true, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_outbound_mail_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_outbound_mail_deleted_at" ON "crm_outbound_mail" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_outbound_mail_reference_reference_id_unique" ON "crm_outbound_mail" ("reference", "reference_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_outbound_mail_due_at_id" ON "crm_outbound_mail" ("due_at", "id") WHERE state IN ('queued', 'held', 'failed', 'sending') AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_outbound_mail_thread_id_id" ON "crm_outbound_mail" ("thread_id", "id") WHERE state IN ('queued', 'held', 'failed', 'sending') AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_outbound_mail_state_id" ON "crm_outbound_mail" ("state", "id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_outbound_mail_unreported" ON "crm_outbound_mail" ("id") WHERE reported = false AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "crm_auto_reply" cascade;`)

    this.addSql(`drop table if exists "crm_inbound_mail" cascade;`)

    this.addSql(`drop table if exists "crm_mail_account" cascade;`)

    this.addSql(`drop table if exists "crm_outbound_mail" cascade;`)
  }
}
