import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125021410 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "crm_support_group" drop constraint if exists "crm_support_group_customer_group_id_unique";`
    )
    this.addSql(
      `alter table if exists "crm_custom_field" drop constraint if exists "crm_custom_field_key_unique";`
    )
    this.addSql(
      `alter table if exists "crm_contact_form" drop constraint if exists "crm_contact_form_handle_unique";`
    )
    this.addSql(
      `create table if not exists "crm_allowance" ("id" text not null, "used" integer not null, "renews_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_allowance_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_allowance_deleted_at" ON "crm_allowance" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_allowance_renews_at" ON "crm_allowance" ("renews_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_contact_form" ("id" text not null, "handle" text not null, "name" text not null, "enabled" boolean not null default true, "department_id" text not null, "classification_id" text null, "texts" jsonb not null, "fields" jsonb not null, "captcha" boolean not null default true, "confirm" boolean not null default true, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_contact_form_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_contact_form_deleted_at" ON "crm_contact_form" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_contact_form_handle_unique" ON "crm_contact_form" ("handle") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_custom_field" ("id" text not null, "key" text not null, "type" text check ("type" in ('text', 'long_text', 'number', 'date', 'choice', 'multi_choice', 'consent')) not null, "label" text not null, "choices" jsonb not null, "texts" jsonb not null, "visible_in_store" boolean not null default false, "position" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_custom_field_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_custom_field_deleted_at" ON "crm_custom_field" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_custom_field_key_unique" ON "crm_custom_field" ("key") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_support_group" ("id" text not null, "customer_group_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_support_group_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_support_group_deleted_at" ON "crm_support_group" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_support_group_customer_group_id_unique" ON "crm_support_group" ("customer_group_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "crm_ticket" add column if not exists "private_to_requester" boolean not null default false, add column if not exists "custom_fields" jsonb null, add column if not exists "form_id" text null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_custom_fields" ON "crm_ticket" USING GIN ("custom_fields") WHERE custom_fields IS NOT NULL AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "crm_allowance" cascade;`)

    this.addSql(`drop table if exists "crm_contact_form" cascade;`)

    this.addSql(`drop table if exists "crm_custom_field" cascade;`)

    this.addSql(`drop table if exists "crm_support_group" cascade;`)

    this.addSql(`drop index if exists "IDX_crm_ticket_custom_fields";`)
    this.addSql(
      `alter table if exists "crm_ticket" drop column if exists "private_to_requester", drop column if exists "custom_fields", drop column if exists "form_id";`
    )
  }
}
