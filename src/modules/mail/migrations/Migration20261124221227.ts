import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261124221227 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "crm_mail_observation" drop constraint if exists "crm_mail_observation_account_id_unique";`);
    this.addSql(`alter table if exists "crm_mail_alert" drop constraint if exists "crm_mail_alert_account_id_kind_unique";`);
    this.addSql(`create table if not exists "crm_mail_alert" ("id" text not null, "account_id" text not null, "kind" text check ("kind" in ('account', 'sending', 'dead_letters', 'quarantine')) not null, "words" text null, "count" integer not null default 1, "began_at" timestamptz not null, "ended_at" timestamptz null, "ending" text check ("ending" in ('recovered', 'dismissed', 'switched_off')) null, "dismissed_by" text null, "beginning_told" boolean not null default false, "ending_told" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_mail_alert_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_mail_alert_deleted_at" ON "crm_mail_alert" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_mail_alert_account_id_kind_unique" ON "crm_mail_alert" ("account_id", "kind") WHERE ended_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_mail_alert_account_id_kind_ended_at" ON "crm_mail_alert" ("account_id", "kind", "ended_at") WHERE ending = 'dismissed' AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_mail_observation" ("id" text not null, "account_id" text not null, "authentication" jsonb null, "authserv_ids" jsonb null, "arrival_offset_seconds" integer null, "arrived_at" timestamptz null, "own_mail_at" timestamptz null, "test_id" text null, "test_sent_at" timestamptz null, "test_received_at" timestamptz null, "test_server_date" timestamptz null, "test_inbound_mail_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_mail_observation_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_mail_observation_deleted_at" ON "crm_mail_observation" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_mail_observation_account_id_unique" ON "crm_mail_observation" ("account_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_mail_observation_test_id" ON "crm_mail_observation" ("test_id") WHERE test_id IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "crm_mail_account" add column if not exists "poll_fetched" integer not null default 0;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "crm_mail_alert" cascade;`);

    this.addSql(`drop table if exists "crm_mail_observation" cascade;`);

    this.addSql(`alter table if exists "crm_mail_account" drop column if exists "poll_fetched";`);
  }

}
