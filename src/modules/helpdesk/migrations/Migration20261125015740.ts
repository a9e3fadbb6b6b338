import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125015740 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "crm_same_person" drop constraint if exists "crm_same_person_email_other_email_unique";`);
    this.addSql(`create table if not exists "crm_same_person" ("id" text not null, "email" text not null, "other_email" text not null, "proof" text check ("proof" in ('agent', 'mail')) not null, "reason" text null, "added_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_same_person_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_same_person_deleted_at" ON "crm_same_person" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_same_person_email_other_email_unique" ON "crm_same_person" ("email", "other_email") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_same_person_other_email" ON "crm_same_person" ("other_email") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "crm_notice" drop constraint if exists "crm_notice_kind_check";`);

    this.addSql(`alter table if exists "crm_ticket" add column if not exists "overdue_told_for" timestamptz null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_due_at" ON "crm_ticket" ("due_at") WHERE due_at IS NOT NULL AND status_category <> 'closed' AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "crm_notice" add constraint "crm_notice_kind_check" check("kind" in ('mentioned', 'notified', 'solution', 'followed_reply', 'followed_customer', 'copied', 'assigned', 'follow_up_assigned', 'claim_taken', 'follow_up_due', 'ticket_overdue', 'snooze_ended', 'reply_asked', 'reply_cancelled'));`);

    this.addSql(`alter table if exists "crm_undo" alter column "ticket_id" type text using ("ticket_id"::text);`);
    this.addSql(`alter table if exists "crm_undo" alter column "ticket_id" drop not null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "crm_same_person" cascade;`);

    this.addSql(`alter table if exists "crm_notice" drop constraint if exists "crm_notice_kind_check";`);

    this.addSql(`drop index if exists "IDX_crm_ticket_due_at";`);
    this.addSql(`alter table if exists "crm_ticket" drop column if exists "overdue_told_for";`);

    this.addSql(`alter table if exists "crm_notice" add constraint "crm_notice_kind_check" check("kind" in ('mentioned', 'notified', 'solution', 'followed_reply', 'followed_customer', 'copied', 'assigned', 'follow_up_assigned', 'claim_taken', 'follow_up_due', 'snooze_ended', 'reply_asked', 'reply_cancelled'));`);

    this.addSql(`alter table if exists "crm_undo" alter column "ticket_id" type text using ("ticket_id"::text);`);
    this.addSql(`alter table if exists "crm_undo" alter column "ticket_id" set not null;`);
  }

}
