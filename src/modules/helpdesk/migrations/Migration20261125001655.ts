import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125001655 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "crm_undo" drop constraint if exists "crm_undo_token_unique";`);
    this.addSql(`create table if not exists "crm_undo" ("id" text not null, "token" text not null, "kind" text not null, "ticket_id" text not null, "actor_id" text null, "data" jsonb not null, "expires_at" timestamptz not null, "used_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_undo_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_undo_deleted_at" ON "crm_undo" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_undo_token_unique" ON "crm_undo" ("token") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_undo_ticket_id" ON "crm_undo" ("ticket_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_undo_expires_at" ON "crm_undo" ("expires_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "crm_ticket_message" drop constraint if exists "crm_ticket_message_delivery_state_check";`);

    this.addSql(`alter table if exists "crm_ticket_message" add column if not exists "sender_claim" text check ("sender_claim" in ('agent', 'own_account')) null, add column if not exists "reply_to" jsonb null, add column if not exists "delivery_failures" jsonb null;`);
    this.addSql(`alter table if exists "crm_ticket_message" add constraint "crm_ticket_message_delivery_state_check" check("delivery_state" in ('waiting', 'held', 'queued', 'sending', 'sent', 'failed', 'dead', 'cancelled', 'bounced'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "crm_undo" cascade;`);

    this.addSql(`alter table if exists "crm_ticket_message" drop constraint if exists "crm_ticket_message_delivery_state_check";`);

    this.addSql(`alter table if exists "crm_ticket_message" drop column if exists "sender_claim", drop column if exists "reply_to", drop column if exists "delivery_failures";`);

    this.addSql(`alter table if exists "crm_ticket_message" add constraint "crm_ticket_message_delivery_state_check" check("delivery_state" in ('waiting', 'held', 'queued', 'sending', 'sent', 'failed', 'dead', 'cancelled'));`);
  }

}
