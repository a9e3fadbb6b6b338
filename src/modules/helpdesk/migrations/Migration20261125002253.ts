import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125002253 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "crm_undo" drop constraint if exists "crm_undo_token_unique";`);
    this.addSql(`alter table if exists "crm_ticket_watcher" drop constraint if exists "crm_ticket_watcher_ticket_id_user_id_kind_unique";`);
    this.addSql(`alter table if exists "crm_notice" drop constraint if exists "crm_notice_user_id_key_unique";`);
    this.addSql(`alter table if exists "crm_ticket_pin" drop constraint if exists "crm_ticket_pin_ticket_id_user_id_unique";`);
    this.addSql(`alter table if exists "crm_ticket_product" drop constraint if exists "crm_ticket_product_ticket_id_reference_unique";`);
    this.addSql(`alter table if exists "crm_ticket_relation" drop constraint if exists "crm_ticket_relation_ticket_id_other_id_unique";`);
    this.addSql(`alter table if exists "crm_ticket_merge" drop constraint if exists "crm_ticket_merge_merged_id_unique";`);
    this.addSql(`alter table if exists "crm_team" drop constraint if exists "crm_team_name_unique";`);
    this.addSql(`alter table if exists "crm_shared_address" drop constraint if exists "crm_shared_address_email_unique";`);
    this.addSql(`alter table if exists "crm_notice_setting" drop constraint if exists "crm_notice_setting_user_id_unique";`);
    this.addSql(`alter table if exists "crm_mail_template" drop constraint if exists "crm_mail_template_key_unique";`);
    this.addSql(`alter table if exists "crm_draft" drop constraint if exists "crm_draft_ticket_id_user_id_unique";`);
    this.addSql(`alter table if exists "crm_agent" drop constraint if exists "crm_agent_user_id_unique";`);
    this.addSql(`create table if not exists "crm_agent" ("id" text not null, "user_id" text not null, "notify_new_tickets" boolean not null default true, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_agent_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_agent_deleted_at" ON "crm_agent" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_agent_user_id_unique" ON "crm_agent" ("user_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_customer_note" ("id" text not null, "customer_id" text null, "email" text null, "body_text" text not null, "author_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_customer_note_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_customer_note_deleted_at" ON "crm_customer_note" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_customer_note_customer_id" ON "crm_customer_note" ("customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_customer_note_email" ON "crm_customer_note" ("email") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_agent_department" ("crm_agent_id" text not null, "crm_department_id" text not null, constraint "crm_agent_department_pkey" primary key ("crm_agent_id", "crm_department_id"));`);

    this.addSql(`create table if not exists "crm_draft" ("id" text not null, "ticket_id" text not null, "user_id" text not null, "fields" jsonb not null, "ticket_then" jsonb not null, "revision" integer not null default 1, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_draft_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_draft_deleted_at" ON "crm_draft" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_draft_ticket_id_user_id_unique" ON "crm_draft" ("ticket_id", "user_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_draft_user_id_updated_at" ON "crm_draft" ("user_id", "updated_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_mail_template" ("id" text not null, "key" text not null, "subject" text not null, "body_text" text not null, "body_html" text null, "enabled" boolean not null default true, "include_details" boolean not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_mail_template_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_mail_template_deleted_at" ON "crm_mail_template" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_mail_template_key_unique" ON "crm_mail_template" ("key") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_notice_setting" ("id" text not null, "user_id" text not null, "mail" text check ("mail" in ('all', 'mentions', 'none')) not null default 'all', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_notice_setting_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_notice_setting_deleted_at" ON "crm_notice_setting" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_notice_setting_user_id_unique" ON "crm_notice_setting" ("user_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_saved_reply" ("id" text not null, "title" text not null, "scope" text check ("scope" in ('personal', 'team', 'department', 'everyone')) not null, "user_id" text null, "team_id" text null, "department_id" text null, "body_text" text not null, "body_html" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_saved_reply_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_saved_reply_deleted_at" ON "crm_saved_reply" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_saved_reply_scope_title" ON "crm_saved_reply" ("scope", "title") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_saved_reply_user_id" ON "crm_saved_reply" ("user_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_shared_address" ("id" text not null, "email" text not null, "marked_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_shared_address_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_shared_address_deleted_at" ON "crm_shared_address" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_shared_address_email_unique" ON "crm_shared_address" ("email") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_signature" ("id" text not null, "user_id" text not null, "title" text not null, "body_text" text not null, "body_html" text null, "is_default" boolean not null default false, "department_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_signature_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_signature_deleted_at" ON "crm_signature" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_signature_default" ON "crm_signature" ("user_id") WHERE is_default AND department_id IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_signature_department_default" ON "crm_signature" ("user_id", "department_id") WHERE is_default AND department_id IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_team" ("id" text not null, "name" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_team_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_team_deleted_at" ON "crm_team" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_team_name_unique" ON "crm_team" ("name") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_agent_team" ("crm_agent_id" text not null, "crm_team_id" text not null, constraint "crm_agent_team_pkey" primary key ("crm_agent_id", "crm_team_id"));`);

    this.addSql(`create table if not exists "crm_ticket_merge" ("id" text not null, "survivor_id" text not null, "merged_id" text not null, "actor_id" text null, "carried" jsonb not null, "undone_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_ticket_merge_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_merge_deleted_at" ON "crm_ticket_merge" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_ticket_merge_merged_id_unique" ON "crm_ticket_merge" ("merged_id") WHERE undone_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_merge_survivor_id" ON "crm_ticket_merge" ("survivor_id") WHERE undone_at IS NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_ticket_relation" ("id" text not null, "ticket_id" text not null, "other_id" text not null, "split_id" text null, "linked_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_ticket_relation_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_relation_deleted_at" ON "crm_ticket_relation" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_ticket_relation_ticket_id_other_id_unique" ON "crm_ticket_relation" ("ticket_id", "other_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_relation_other_id" ON "crm_ticket_relation" ("other_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_ticket_product" ("id" text not null, "ticket_id" text not null, "reference" text not null, "order_id" text null, "line_item_id" text null, "product_id" text null, "variant_id" text null, "title" text not null, "subtitle" text null, "sku" text null, "thumbnail" text null, "linked_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_ticket_product_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_product_ticket_id" ON "crm_ticket_product" ("ticket_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_product_deleted_at" ON "crm_ticket_product" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_ticket_product_ticket_id_reference_unique" ON "crm_ticket_product" ("ticket_id", "reference") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_product_product_id" ON "crm_ticket_product" ("product_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_ticket_pin" ("id" text not null, "ticket_id" text not null, "user_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_ticket_pin_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_pin_ticket_id" ON "crm_ticket_pin" ("ticket_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_pin_deleted_at" ON "crm_ticket_pin" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_ticket_pin_ticket_id_user_id_unique" ON "crm_ticket_pin" ("ticket_id", "user_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_pin_user_id" ON "crm_ticket_pin" ("user_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_notice" ("id" text not null, "user_id" text not null, "ticket_id" text not null, "message_id" text null, "kind" text check ("kind" in ('mentioned', 'notified', 'solution', 'followed_reply', 'followed_customer', 'copied', 'assigned', 'follow_up_assigned', 'claim_taken', 'follow_up_due', 'snooze_ended', 'reply_asked', 'reply_cancelled')) not null, "actor_id" text null, "key" text not null, "read_at" timestamptz null, "handed_over_at" timestamptz null, "attempts" integer not null default 0, "claimed_until" timestamptz null, "last_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_notice_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_notice_ticket_id" ON "crm_notice" ("ticket_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_notice_deleted_at" ON "crm_notice" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_notice_user_id_key_unique" ON "crm_notice" ("user_id", "key") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_notice_user_id_created_at" ON "crm_notice" ("user_id", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_notice_waiting" ON "crm_notice" ("created_at") WHERE handed_over_at IS NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_follow_up" ("id" text not null, "ticket_id" text not null, "message_id" text null, "text" text not null, "due_at" timestamptz not null, "assignee_id" text null, "created_by_id" text null, "done_at" timestamptz null, "done_by_id" text null, "reminded_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_follow_up_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_follow_up_ticket_id" ON "crm_follow_up" ("ticket_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_follow_up_deleted_at" ON "crm_follow_up" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_follow_up_ticket_id_due_at" ON "crm_follow_up" ("ticket_id", "due_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_follow_up_due_at" ON "crm_follow_up" ("due_at") WHERE done_at IS NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_ticket_watcher" ("id" text not null, "ticket_id" text not null, "user_id" text not null, "kind" text check ("kind" in ('follower', 'solution', 'copy')) not null, "answered_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_ticket_watcher_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_watcher_ticket_id" ON "crm_ticket_watcher" ("ticket_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_watcher_deleted_at" ON "crm_ticket_watcher" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_ticket_watcher_ticket_id_user_id_kind_unique" ON "crm_ticket_watcher" ("ticket_id", "user_id", "kind") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_watcher_user_id_kind" ON "crm_ticket_watcher" ("user_id", "kind") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_undo" ("id" text not null, "token" text not null, "kind" text not null, "ticket_id" text not null, "actor_id" text null, "data" jsonb not null, "expires_at" timestamptz not null, "used_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_undo_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_undo_deleted_at" ON "crm_undo" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_undo_token_unique" ON "crm_undo" ("token") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_undo_ticket_id" ON "crm_undo" ("ticket_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_undo_expires_at" ON "crm_undo" ("expires_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "crm_agent_department" add constraint "crm_agent_department_crm_agent_id_foreign" foreign key ("crm_agent_id") references "crm_agent" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table if exists "crm_agent_department" add constraint "crm_agent_department_crm_department_id_foreign" foreign key ("crm_department_id") references "crm_department" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "crm_agent_team" add constraint "crm_agent_team_crm_agent_id_foreign" foreign key ("crm_agent_id") references "crm_agent" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table if exists "crm_agent_team" add constraint "crm_agent_team_crm_team_id_foreign" foreign key ("crm_team_id") references "crm_team" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "crm_ticket_product" add constraint "crm_ticket_product_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "crm_ticket_pin" add constraint "crm_ticket_pin_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "crm_notice" add constraint "crm_notice_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "crm_follow_up" add constraint "crm_follow_up_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "crm_ticket_watcher" add constraint "crm_ticket_watcher_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "crm_ticket_message" drop constraint if exists "crm_ticket_message_delivery_state_check";`);

    this.addSql(`alter table if exists "crm_department" add column if not exists "plain_text_only" boolean not null default false, add column if not exists "undo_send_seconds" integer null;`);

    this.addSql(`alter table if exists "crm_ticket" add column if not exists "snoozed_until" timestamptz null, add column if not exists "snoozed_by_id" text null, add column if not exists "snooze_cut_short" timestamptz null, add column if not exists "sticky_note" text null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_unclosed" ON "crm_ticket" ("last_message_at", "id") WHERE status_category <> 'closed' AND deleted_at IS NULL AND merged_into_id IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_merged_into_id" ON "crm_ticket" ("merged_into_id") WHERE merged_into_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_snoozed_until" ON "crm_ticket" ("snoozed_until") WHERE snoozed_until IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "crm_ticket_message" add column if not exists "signature_html" text null, add column if not exists "sender_claim" text check ("sender_claim" in ('agent', 'own_account')) null, add column if not exists "reply_to" jsonb null, add column if not exists "delivery_failures" jsonb null, add column if not exists "hold" text check ("hold" in ('undo', 'scheduled', 'asked')) null, add column if not exists "held_until" timestamptz null, add column if not exists "on_release" jsonb null, add column if not exists "private_to_user_id" text null;`);
    this.addSql(`alter table if exists "crm_ticket_message" add constraint "crm_ticket_message_delivery_state_check" check("delivery_state" in ('waiting', 'held', 'queued', 'sending', 'sent', 'failed', 'dead', 'cancelled', 'bounced'));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_message_held_until" ON "crm_ticket_message" ("held_until") WHERE delivery_state = 'held' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_message_held" ON "crm_ticket_message" ("ticket_id") WHERE hold IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "crm_attachment" add column if not exists "saved_reply_id" text null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_attachment_saved_reply_id" ON "crm_attachment" ("saved_reply_id") WHERE saved_reply_id IS NOT NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "crm_agent_department" drop constraint if exists "crm_agent_department_crm_agent_id_foreign";`);

    this.addSql(`alter table if exists "crm_agent_team" drop constraint if exists "crm_agent_team_crm_agent_id_foreign";`);

    this.addSql(`alter table if exists "crm_agent_team" drop constraint if exists "crm_agent_team_crm_team_id_foreign";`);

    this.addSql(`drop table if exists "crm_agent" cascade;`);

    this.addSql(`drop table if exists "crm_customer_note" cascade;`);

    this.addSql(`drop table if exists "crm_agent_department" cascade;`);

    this.addSql(`drop table if exists "crm_draft" cascade;`);

    this.addSql(`drop table if exists "crm_mail_template" cascade;`);

    this.addSql(`drop table if exists "crm_notice_setting" cascade;`);

    this.addSql(`drop table if exists "crm_saved_reply" cascade;`);

    this.addSql(`drop table if exists "crm_shared_address" cascade;`);

    this.addSql(`drop table if exists "crm_signature" cascade;`);

    this.addSql(`drop table if exists "crm_team" cascade;`);

    this.addSql(`drop table if exists "crm_agent_team" cascade;`);

    this.addSql(`drop table if exists "crm_ticket_merge" cascade;`);

    this.addSql(`drop table if exists "crm_ticket_relation" cascade;`);

    this.addSql(`drop table if exists "crm_ticket_product" cascade;`);

    this.addSql(`drop table if exists "crm_ticket_pin" cascade;`);

    this.addSql(`drop table if exists "crm_notice" cascade;`);

    this.addSql(`drop table if exists "crm_follow_up" cascade;`);

    this.addSql(`drop table if exists "crm_ticket_watcher" cascade;`);

    this.addSql(`drop table if exists "crm_undo" cascade;`);

    this.addSql(`alter table if exists "crm_ticket_message" drop constraint if exists "crm_ticket_message_delivery_state_check";`);

    this.addSql(`alter table if exists "crm_department" drop column if exists "plain_text_only", drop column if exists "undo_send_seconds";`);

    this.addSql(`drop index if exists "IDX_crm_ticket_unclosed";`);
    this.addSql(`drop index if exists "IDX_crm_ticket_merged_into_id";`);
    this.addSql(`drop index if exists "IDX_crm_ticket_snoozed_until";`);
    this.addSql(`alter table if exists "crm_ticket" drop column if exists "snoozed_until", drop column if exists "snoozed_by_id", drop column if exists "snooze_cut_short", drop column if exists "sticky_note";`);

    this.addSql(`drop index if exists "IDX_crm_ticket_message_held_until";`);
    this.addSql(`drop index if exists "IDX_crm_ticket_message_held";`);
    this.addSql(`alter table if exists "crm_ticket_message" drop column if exists "signature_html", drop column if exists "sender_claim", drop column if exists "reply_to", drop column if exists "delivery_failures", drop column if exists "hold", drop column if exists "held_until", drop column if exists "on_release", drop column if exists "private_to_user_id";`);

    this.addSql(`alter table if exists "crm_ticket_message" add constraint "crm_ticket_message_delivery_state_check" check("delivery_state" in ('waiting', 'held', 'queued', 'sending', 'sent', 'failed', 'dead', 'cancelled'));`);

    this.addSql(`drop index if exists "IDX_crm_attachment_saved_reply_id";`);
    this.addSql(`alter table if exists "crm_attachment" drop column if exists "saved_reply_id";`);
  }

}
