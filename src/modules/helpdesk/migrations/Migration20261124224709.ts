import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261124224709 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "crm_ticket_watcher" drop constraint if exists "crm_ticket_watcher_ticket_id_user_id_kind_unique";`);
    this.addSql(`alter table if exists "crm_notice" drop constraint if exists "crm_notice_user_id_key_unique";`);
    this.addSql(`alter table if exists "crm_ticket_pin" drop constraint if exists "crm_ticket_pin_ticket_id_user_id_unique";`);
    this.addSql(`alter table if exists "crm_notice_setting" drop constraint if exists "crm_notice_setting_user_id_unique";`);
    this.addSql(`create table if not exists "crm_notice_setting" ("id" text not null, "user_id" text not null, "mail" text check ("mail" in ('all', 'mentions', 'none')) not null default 'all', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_notice_setting_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_notice_setting_deleted_at" ON "crm_notice_setting" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_notice_setting_user_id_unique" ON "crm_notice_setting" ("user_id") WHERE deleted_at IS NULL;`);

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

    this.addSql(`alter table if exists "crm_ticket_pin" add constraint "crm_ticket_pin_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "crm_notice" add constraint "crm_notice_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "crm_follow_up" add constraint "crm_follow_up_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "crm_ticket_watcher" add constraint "crm_ticket_watcher_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "crm_department" add column if not exists "undo_send_seconds" integer null;`);

    this.addSql(`alter table if exists "crm_ticket" add column if not exists "snoozed_until" timestamptz null, add column if not exists "snoozed_by_id" text null, add column if not exists "snooze_cut_short" timestamptz null, add column if not exists "sticky_note" text null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_snoozed_until" ON "crm_ticket" ("snoozed_until") WHERE snoozed_until IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "crm_ticket_message" add column if not exists "hold" text check ("hold" in ('undo', 'scheduled', 'asked')) null, add column if not exists "held_until" timestamptz null, add column if not exists "on_release" jsonb null, add column if not exists "private_to_user_id" text null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_message_held_until" ON "crm_ticket_message" ("held_until") WHERE delivery_state = 'held' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_message_held" ON "crm_ticket_message" ("ticket_id") WHERE hold IS NOT NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "crm_notice_setting" cascade;`);

    this.addSql(`drop table if exists "crm_ticket_pin" cascade;`);

    this.addSql(`drop table if exists "crm_notice" cascade;`);

    this.addSql(`drop table if exists "crm_follow_up" cascade;`);

    this.addSql(`drop table if exists "crm_ticket_watcher" cascade;`);

    this.addSql(`alter table if exists "crm_department" drop column if exists "undo_send_seconds";`);

    this.addSql(`drop index if exists "IDX_crm_ticket_snoozed_until";`);
    this.addSql(`alter table if exists "crm_ticket" drop column if exists "snoozed_until", drop column if exists "snoozed_by_id", drop column if exists "snooze_cut_short", drop column if exists "sticky_note";`);

    this.addSql(`drop index if exists "IDX_crm_ticket_message_held_until";`);
    this.addSql(`drop index if exists "IDX_crm_ticket_message_held";`);
    this.addSql(`alter table if exists "crm_ticket_message" drop column if exists "hold", drop column if exists "held_until", drop column if exists "on_release", drop column if exists "private_to_user_id";`);
  }

}
