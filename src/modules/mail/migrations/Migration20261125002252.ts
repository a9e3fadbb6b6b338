import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125002252 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "crm_inbound_mail" drop constraint if exists "crm_inbound_mail_place_unique";`);
    this.addSql(`alter table if exists "crm_suppressed_address" drop constraint if exists "crm_suppressed_address_address_unique";`);
    this.addSql(`alter table if exists "crm_mail_observation" drop constraint if exists "crm_mail_observation_account_id_unique";`);
    this.addSql(`alter table if exists "crm_mail_bounce" drop constraint if exists "crm_mail_bounce_inbound_mail_id_address_unique";`);
    this.addSql(`alter table if exists "crm_mail_alert" drop constraint if exists "crm_mail_alert_account_id_kind_unique";`);
    this.addSql(`create table if not exists "crm_mail_alert" ("id" text not null, "account_id" text not null, "kind" text check ("kind" in ('account', 'sending', 'dead_letters', 'quarantine')) not null, "words" text null, "count" integer not null default 1, "began_at" timestamptz not null, "ended_at" timestamptz null, "ending" text check ("ending" in ('recovered', 'dismissed', 'switched_off')) null, "dismissed_by" text null, "beginning_told" boolean not null default false, "ending_told" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_mail_alert_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_mail_alert_deleted_at" ON "crm_mail_alert" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_mail_alert_account_id_kind_unique" ON "crm_mail_alert" ("account_id", "kind") WHERE ended_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_mail_alert_account_id_kind_ended_at" ON "crm_mail_alert" ("account_id", "kind", "ended_at") WHERE ending = 'dismissed' AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_mail_bounce" ("id" text not null, "address" text not null, "permanent" boolean not null, "status" text null, "inbound_mail_id" text null, "outbound_mail_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_mail_bounce_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_mail_bounce_deleted_at" ON "crm_mail_bounce" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_mail_bounce_inbound_mail_id_address_unique" ON "crm_mail_bounce" ("inbound_mail_id", "address") WHERE inbound_mail_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_mail_bounce_address_created_at" ON "crm_mail_bounce" ("address", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_mail_observation" ("id" text not null, "account_id" text not null, "authentication" jsonb null, "authserv_ids" jsonb null, "arrival_offset_seconds" integer null, "arrived_at" timestamptz null, "own_mail_at" timestamptz null, "test_id" text null, "test_sent_at" timestamptz null, "test_received_at" timestamptz null, "test_server_date" timestamptz null, "test_inbound_mail_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_mail_observation_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_mail_observation_deleted_at" ON "crm_mail_observation" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_mail_observation_account_id_unique" ON "crm_mail_observation" ("account_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_mail_observation_test_id" ON "crm_mail_observation" ("test_id") WHERE test_id IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_suppressed_address" ("id" text not null, "address" text not null, "reason" text check ("reason" in ('hard_bounce', 'soft_bounces')) not null, "permanent" boolean not null, "count" integer not null, "status" text null, "response" text null, "first_seen_at" timestamptz not null, "last_seen_at" timestamptz not null, "inbound_mail_id" text null, "outbound_mail_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_suppressed_address_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_suppressed_address_deleted_at" ON "crm_suppressed_address" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_suppressed_address_address_unique" ON "crm_suppressed_address" ("address") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "crm_mail_account" drop constraint if exists "crm_mail_account_state_check";`);

    this.addSql(`drop index if exists "IDX_crm_inbound_mail_account_id_folder_uid_validity_uid_unique";`);

    this.addSql(`alter table if exists "crm_inbound_mail" add column if not exists "tidy_pending" boolean not null default false;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_inbound_mail_place_unique" ON "crm_inbound_mail" ("account_id", "folder", "uid_validity", "uid", "sha256") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_inbound_mail_account_id_folder" ON "crm_inbound_mail" ("account_id", "folder") WHERE tidy_pending AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_inbound_mail_duplicate_of_id" ON "crm_inbound_mail" ("duplicate_of_id") WHERE duplicate_of_id IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "crm_mail_account" add column if not exists "oauth_provider" text check ("oauth_provider" in ('google', 'microsoft')) null, add column if not exists "oauth_connected_as" text null, add column if not exists "oauth_expires_at" timestamptz null, add column if not exists "oauth_renewed_at" timestamptz null, add column if not exists "after_reading" text check ("after_reading" in ('keep', 'mark_seen', 'move', 'delete')) not null default 'keep', add column if not exists "after_reading_folder" text null, add column if not exists "after_reading_error" text null, add column if not exists "poll_fetched" integer not null default 0, add column if not exists "notice" text check ("notice" in ('renumbered', 'set_back')) null, add column if not exists "noticed_at" timestamptz null, add column if not exists "smtp_failures" integer not null default 0, add column if not exists "smtp_error" text null, add column if not exists "smtp_paused_until" timestamptz null;`);
    this.addSql(`alter table if exists "crm_mail_account" add constraint "crm_mail_account_state_check" check("state" in ('new', 'ok', 'failing', 'reconnect', 'locked'));`);

    this.addSql(`alter table if exists "crm_outbound_mail" add column if not exists "waits_for_release" boolean not null default false;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "crm_mail_alert" cascade;`);

    this.addSql(`drop table if exists "crm_mail_bounce" cascade;`);

    this.addSql(`drop table if exists "crm_mail_observation" cascade;`);

    this.addSql(`drop table if exists "crm_suppressed_address" cascade;`);

    this.addSql(`alter table if exists "crm_mail_account" drop constraint if exists "crm_mail_account_state_check";`);

    this.addSql(`drop index if exists "IDX_crm_inbound_mail_place_unique";`);
    this.addSql(`drop index if exists "IDX_crm_inbound_mail_account_id_folder";`);
    this.addSql(`drop index if exists "IDX_crm_inbound_mail_duplicate_of_id";`);
    this.addSql(`alter table if exists "crm_inbound_mail" drop column if exists "tidy_pending";`);

    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_inbound_mail_account_id_folder_uid_validity_uid_unique" ON "crm_inbound_mail" ("account_id", "folder", "uid_validity", "uid") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "crm_mail_account" drop column if exists "oauth_provider", drop column if exists "oauth_connected_as", drop column if exists "oauth_expires_at", drop column if exists "oauth_renewed_at", drop column if exists "after_reading", drop column if exists "after_reading_folder", drop column if exists "after_reading_error", drop column if exists "poll_fetched", drop column if exists "notice", drop column if exists "noticed_at", drop column if exists "smtp_failures", drop column if exists "smtp_error", drop column if exists "smtp_paused_until";`);

    this.addSql(`alter table if exists "crm_mail_account" add constraint "crm_mail_account_state_check" check("state" in ('new', 'ok', 'failing'));`);

    this.addSql(`alter table if exists "crm_outbound_mail" drop column if exists "waits_for_release";`);
  }

}
