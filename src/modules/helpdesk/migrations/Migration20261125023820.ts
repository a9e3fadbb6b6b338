import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125023820 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "crm_ticket_rating" drop constraint if exists "crm_ticket_rating_closing_event_id_unique";`);
    this.addSql(`alter table if exists "crm_support_group" drop constraint if exists "crm_support_group_customer_group_id_unique";`);
    this.addSql(`alter table if exists "crm_same_person" drop constraint if exists "crm_same_person_email_other_email_unique";`);
    this.addSql(`alter table if exists "crm_proven_address" drop constraint if exists "crm_proven_address_customer_id_email_unique";`);
    this.addSql(`alter table if exists "crm_custom_field" drop constraint if exists "crm_custom_field_key_unique";`);
    this.addSql(`alter table if exists "crm_contact_form" drop constraint if exists "crm_contact_form_handle_unique";`);
    this.addSql(`create table if not exists "crm_allowance" ("id" text not null, "used" integer not null, "renews_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_allowance_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_allowance_deleted_at" ON "crm_allowance" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_allowance_renews_at" ON "crm_allowance" ("renews_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_contact_form" ("id" text not null, "handle" text not null, "name" text not null, "enabled" boolean not null default true, "department_id" text not null, "classification_id" text null, "default_locale" text not null default 'en', "texts" jsonb not null, "fields" jsonb not null, "captcha" boolean not null default true, "confirm" boolean not null default true, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_contact_form_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_contact_form_deleted_at" ON "crm_contact_form" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_contact_form_handle_unique" ON "crm_contact_form" ("handle") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_custom_field" ("id" text not null, "key" text not null, "type" text check ("type" in ('text', 'long_text', 'number', 'date', 'choice', 'multi_choice', 'consent')) not null, "label" text not null, "choices" jsonb not null, "texts" jsonb not null, "visible_in_store" boolean not null default false, "position" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_custom_field_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_custom_field_deleted_at" ON "crm_custom_field" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_custom_field_key_unique" ON "crm_custom_field" ("key") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_order_access" ("id" text not null, "order_number" integer null, "email" text not null, "locale" text null, "network" text not null, "order_id" text null, "looked_up_at" timestamptz null, "tries" integer not null default 0, "expires_at" timestamptz not null, "used_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_order_access_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_order_access_deleted_at" ON "crm_order_access" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_order_access_order_number_email_created_at" ON "crm_order_access" ("order_number", "email", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_order_access_network_created_at" ON "crm_order_access" ("network", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_order_access_created_at" ON "crm_order_access" ("created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_order_access_waiting" ON "crm_order_access" ("id") WHERE looked_up_at IS NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_proven_address" ("id" text not null, "customer_id" text not null, "email" text not null, "by" text check ("by" in ('ticket_link', 'order_code')) not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_proven_address_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_proven_address_deleted_at" ON "crm_proven_address" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_proven_address_customer_id_email_unique" ON "crm_proven_address" ("customer_id", "email") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_same_person" ("id" text not null, "email" text not null, "other_email" text not null, "proof" text check ("proof" in ('agent', 'mail')) not null, "reason" text null, "added_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_same_person_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_same_person_deleted_at" ON "crm_same_person" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_same_person_email_other_email_unique" ON "crm_same_person" ("email", "other_email") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_same_person_other_email" ON "crm_same_person" ("other_email") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_support_group" ("id" text not null, "customer_group_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_support_group_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_support_group_deleted_at" ON "crm_support_group" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_support_group_customer_group_id_unique" ON "crm_support_group" ("customer_group_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_ticket_rating" ("id" text not null, "ticket_id" text not null, "closing_event_id" text not null, "agent_id" text null, "email" text not null, "scale" text check ("scale" in ('three', 'five')) not null, "asked_at" timestamptz null, "value" integer null, "tone" text check ("tone" in ('bad', 'neutral', 'good')) null, "comment" text null, "answered_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_ticket_rating_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_rating_ticket_id" ON "crm_ticket_rating" ("ticket_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_rating_deleted_at" ON "crm_ticket_rating" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_ticket_rating_closing_event_id_unique" ON "crm_ticket_rating" ("closing_event_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_rating_ticket_id_answered_at" ON "crm_ticket_rating" ("ticket_id", "answered_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_rating_tone_ticket_id" ON "crm_ticket_rating" ("tone", "ticket_id") WHERE tone IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_rating_answered_at" ON "crm_ticket_rating" ("answered_at") WHERE answered_at IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_rating_asked_at" ON "crm_ticket_rating" ("asked_at") WHERE asked_at IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "crm_ticket_rating" add constraint "crm_ticket_rating_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "crm_notice" drop constraint if exists "crm_notice_kind_check";`);

    this.addSql(`alter table if exists "crm_department" add column if not exists "rating_mode" text check ("rating_mode" in ('off', 'after_closing')) not null default 'off', add column if not exists "rating_delay_minutes" integer not null default 60, add column if not exists "rating_scale" text check ("rating_scale" in ('three', 'five')) not null default 'three', add column if not exists "rating_question" text null, add column if not exists "rating_since" timestamptz null;`);

    this.addSql(`alter table if exists "crm_ticket" add column if not exists "private_to_requester" boolean not null default false, add column if not exists "custom_fields" jsonb null, add column if not exists "form_id" text null, add column if not exists "overdue_told_for" timestamptz null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_due_at" ON "crm_ticket" ("due_at") WHERE due_at IS NOT NULL AND status_category <> 'closed' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_custom_fields" ON "crm_ticket" USING GIN ("custom_fields") WHERE custom_fields IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_department_id_closed_at" ON "crm_ticket" ("department_id", "closed_at") WHERE closed_at IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "crm_notice" add constraint "crm_notice_kind_check" check("kind" in ('mentioned', 'notified', 'solution', 'followed_reply', 'followed_customer', 'copied', 'assigned', 'follow_up_assigned', 'claim_taken', 'follow_up_due', 'ticket_overdue', 'snooze_ended', 'reply_asked', 'reply_cancelled'));`);

    this.addSql(`alter table if exists "crm_undo" alter column "ticket_id" type text using ("ticket_id"::text);`);
    this.addSql(`alter table if exists "crm_undo" alter column "ticket_id" drop not null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "crm_allowance" cascade;`);

    this.addSql(`drop table if exists "crm_contact_form" cascade;`);

    this.addSql(`drop table if exists "crm_custom_field" cascade;`);

    this.addSql(`drop table if exists "crm_order_access" cascade;`);

    this.addSql(`drop table if exists "crm_proven_address" cascade;`);

    this.addSql(`drop table if exists "crm_same_person" cascade;`);

    this.addSql(`drop table if exists "crm_support_group" cascade;`);

    this.addSql(`drop table if exists "crm_ticket_rating" cascade;`);

    this.addSql(`alter table if exists "crm_notice" drop constraint if exists "crm_notice_kind_check";`);

    this.addSql(`alter table if exists "crm_department" drop column if exists "rating_mode", drop column if exists "rating_delay_minutes", drop column if exists "rating_scale", drop column if exists "rating_question", drop column if exists "rating_since";`);

    this.addSql(`drop index if exists "IDX_crm_ticket_due_at";`);
    this.addSql(`drop index if exists "IDX_crm_ticket_custom_fields";`);
    this.addSql(`drop index if exists "IDX_crm_ticket_department_id_closed_at";`);
    this.addSql(`alter table if exists "crm_ticket" drop column if exists "private_to_requester", drop column if exists "custom_fields", drop column if exists "form_id", drop column if exists "overdue_told_for";`);

    this.addSql(`alter table if exists "crm_notice" add constraint "crm_notice_kind_check" check("kind" in ('mentioned', 'notified', 'solution', 'followed_reply', 'followed_customer', 'copied', 'assigned', 'follow_up_assigned', 'claim_taken', 'follow_up_due', 'snooze_ended', 'reply_asked', 'reply_cancelled'));`);

    this.addSql(`alter table if exists "crm_undo" alter column "ticket_id" type text using ("ticket_id"::text);`);
    this.addSql(`alter table if exists "crm_undo" alter column "ticket_id" set not null;`);
  }

}
