import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261124221610 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "crm_suppressed_address" drop constraint if exists "crm_suppressed_address_address_unique";`);
    this.addSql(`alter table if exists "crm_mail_bounce" drop constraint if exists "crm_mail_bounce_inbound_mail_id_address_unique";`);
    this.addSql(`create table if not exists "crm_mail_bounce" ("id" text not null, "address" text not null, "permanent" boolean not null, "status" text null, "inbound_mail_id" text null, "outbound_mail_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_mail_bounce_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_mail_bounce_deleted_at" ON "crm_mail_bounce" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_mail_bounce_inbound_mail_id_address_unique" ON "crm_mail_bounce" ("inbound_mail_id", "address") WHERE inbound_mail_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_mail_bounce_address_created_at" ON "crm_mail_bounce" ("address", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_suppressed_address" ("id" text not null, "address" text not null, "reason" text check ("reason" in ('hard_bounce', 'soft_bounces')) not null, "permanent" boolean not null, "count" integer not null, "status" text null, "response" text null, "first_seen_at" timestamptz not null, "last_seen_at" timestamptz not null, "inbound_mail_id" text null, "outbound_mail_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_suppressed_address_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_suppressed_address_deleted_at" ON "crm_suppressed_address" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_suppressed_address_address_unique" ON "crm_suppressed_address" ("address") WHERE deleted_at IS NULL;`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_inbound_mail_duplicate_of_id" ON "crm_inbound_mail" ("duplicate_of_id") WHERE duplicate_of_id IS NOT NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "crm_mail_bounce" cascade;`);

    this.addSql(`drop table if exists "crm_suppressed_address" cascade;`);

    this.addSql(`drop index if exists "IDX_crm_inbound_mail_duplicate_of_id";`);
  }

}
