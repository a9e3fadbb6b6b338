import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122030433 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "crm_ticket_message" drop constraint if exists "crm_ticket_message_inbound_mail_id_unique";`
    )
    this.addSql(
      `alter table if exists "crm_ticket_order" drop constraint if exists "crm_ticket_order_ticket_id_order_id_unique";`
    )
    this.addSql(
      `alter table if exists "crm_ticket_participant" drop constraint if exists "crm_ticket_participant_ticket_id_email_unique";`
    )
    this.addSql(
      `alter table if exists "crm_ticket" drop constraint if exists "crm_ticket_number_unique";`
    )
    this.addSql(
      `alter table if exists "crm_department" drop constraint if exists "crm_department_private_name_unique";`
    )
    this.addSql(
      `alter table if exists "crm_classification" drop constraint if exists "crm_classification_name_unique";`
    )
    this.addSql(
      `create table if not exists "crm_classification" ("id" text not null, "name" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_classification_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_classification_deleted_at" ON "crm_classification" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_classification_name_unique" ON "crm_classification" ("name") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_department" ("id" text not null, "private_name" text not null, "public_name" text not null, "visible_in_store" boolean not null default true, "mail_account_id" text null, "status_after_reply" text not null default 'closed', "status_after_note" text not null default 'unchanged', "position" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_department_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_department_deleted_at" ON "crm_department" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_department_private_name_unique" ON "crm_department" ("private_name") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_classification_department" ("crm_classification_id" text not null, "crm_department_id" text not null, constraint "crm_classification_department_pkey" primary key ("crm_classification_id", "crm_department_id"));`
    )

    this.addSql(
      `create table if not exists "crm_ticket_status" ("id" text not null, "name" text not null, "category" text check ("category" in ('open', 'pending', 'on_hold', 'closed')) not null, "position" integer not null default 0, "is_default" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_ticket_status_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_status_deleted_at" ON "crm_ticket_status" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_ticket" ("id" text not null, "number" serial, "subject" text not null, "status_id" text not null, "status_category" text check ("status_category" in ('open', 'pending', 'on_hold', 'closed')) not null default 'open', "department_id" text not null, "classification_id" text null, "requester_email" text not null, "requester_name" text not null, "customer_id" text null, "customer_proof" text check ("customer_proof" in ('agent', 'account', 'verified', 'address_match')) null, "visible_to_customer" boolean not null default true, "channel" text check ("channel" in ('email', 'admin', 'phone', 'in_person', 'form', 'account')) not null, "created_by_type" text check ("created_by_type" in ('user', 'customer', 'guest', 'system')) not null, "created_by_id" text null, "mail_account_id" text null, "url" text null, "assignee_id" text null, "locked_by_id" text null, "held_by_id" text null, "awaiting" text check ("awaiting" in ('agent', 'customer', 'none')) not null default 'agent', "reply_count" integer not null default 0, "version" integer not null default 0, "last_message_at" timestamptz not null, "last_agent_id" text null, "next_action_due_at" timestamptz null, "due_at" timestamptz null, "closed_at" timestamptz null, "merged_into_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_ticket_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_status_id" ON "crm_ticket" ("status_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_department_id" ON "crm_ticket" ("department_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_classification_id" ON "crm_ticket" ("classification_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_deleted_at" ON "crm_ticket" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_ticket_number_unique" ON "crm_ticket" ("number") WHERE number IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_last_message_at_id" ON "crm_ticket" ("last_message_at", "id") WHERE deleted_at IS NULL AND merged_into_id IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_status_category_last_message_at_id" ON "crm_ticket" ("status_category", "last_message_at", "id") WHERE deleted_at IS NULL AND merged_into_id IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_department_id_last_message_at_id" ON "crm_ticket" ("department_id", "last_message_at", "id") WHERE deleted_at IS NULL AND merged_into_id IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_customer_id_last_message_at" ON "crm_ticket" ("customer_id", "last_message_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_requester_email_last_message_at" ON "crm_ticket" ("requester_email", "last_message_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_assignee_id_last_message_at" ON "crm_ticket" ("assignee_id", "last_message_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_locked_by_id_last_message_at" ON "crm_ticket" ("locked_by_id", "last_message_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_ticket_participant" ("id" text not null, "ticket_id" text not null, "email" text not null, "name" text not null, "role" text check ("role" in ('requester', 'cc', 'third_party')) not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_ticket_participant_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_participant_ticket_id" ON "crm_ticket_participant" ("ticket_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_participant_deleted_at" ON "crm_ticket_participant" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_ticket_participant_ticket_id_email_unique" ON "crm_ticket_participant" ("ticket_id", "email") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_participant_email" ON "crm_ticket_participant" ("email") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_ticket_order" ("id" text not null, "ticket_id" text not null, "order_id" text not null, "display_id" text not null, "proof" text check ("proof" in ('agent', 'account', 'verified_email', 'address_match', 'suggestion')) not null, "linked_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_ticket_order_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_order_ticket_id" ON "crm_ticket_order" ("ticket_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_order_deleted_at" ON "crm_ticket_order" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_ticket_order_ticket_id_order_id_unique" ON "crm_ticket_order" ("ticket_id", "order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_order_order_id" ON "crm_ticket_order" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_order_display_id" ON "crm_ticket_order" ("display_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_ticket_message" ("id" text not null, "ticket_id" text not null, "kind" text check ("kind" in ('customer', 'agent', 'note', 'system')) not null, "author_id" text null, "from_name" text not null, "from_email" text null, "to" jsonb not null, "cc" jsonb not null, "bcc" jsonb not null, "subject" text null, "body_text" text not null, "body_html" text null, "signature_text" text not null, "quoted_text" text not null, "source" text check ("source" in ('other', 'phone_call', 'live_chat')) null, "duration_seconds" integer null, "inbound_mail_id" text null, "mail_message_id" text null, "mail_in_reply_to" text null, "mail_references" jsonb not null, "automated" text check ("automated" in ('auto_reply', 'bounce', 'complaint', 'bulk', 'receipt')) null, "is_third_party" boolean not null default false, "sender_check" text check ("sender_check" in ('pass', 'fail', 'none')) null, "problems" jsonb not null, "delivery_state" text check ("delivery_state" in ('waiting', 'held', 'queued', 'sending', 'sent', 'failed', 'dead', 'cancelled')) null, "delivery_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_ticket_message_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_message_ticket_id" ON "crm_ticket_message" ("ticket_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_message_deleted_at" ON "crm_ticket_message" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_message_ticket_id_created_at" ON "crm_ticket_message" ("ticket_id", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_ticket_message_inbound_mail_id_unique" ON "crm_ticket_message" ("inbound_mail_id") WHERE inbound_mail_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_message_mail_message_id" ON "crm_ticket_message" ("mail_message_id") WHERE mail_message_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_message_delivery_state" ON "crm_ticket_message" ("delivery_state") WHERE delivery_state IN ('waiting', 'queued') AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_attachment" ("id" text not null, "message_id" text null, "file_id" text not null, "filename" text not null, "mime_type" text not null, "size" integer not null, "sha256" text not null, "content_id" text null, "inline" boolean not null default false, "position" integer not null default 0, "uploaded_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_attachment_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_attachment_message_id" ON "crm_attachment" ("message_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_attachment_deleted_at" ON "crm_attachment" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_attachment_message_id_position" ON "crm_attachment" ("message_id", "position") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_attachment_created_at" ON "crm_attachment" ("created_at") WHERE message_id IS NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_ticket_event" ("id" text not null, "ticket_id" text not null, "type" text not null, "actor_type" text check ("actor_type" in ('user', 'customer', 'system')) not null, "actor_id" text null, "data" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_ticket_event_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_event_ticket_id" ON "crm_ticket_event" ("ticket_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_event_deleted_at" ON "crm_ticket_event" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_event_ticket_id_created_at" ON "crm_ticket_event" ("ticket_id", "created_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "crm_classification_department" add constraint "crm_classification_department_crm_classification_id_foreign" foreign key ("crm_classification_id") references "crm_classification" ("id") on update cascade on delete cascade;`
    )
    this.addSql(
      `alter table if exists "crm_classification_department" add constraint "crm_classification_department_crm_department_id_foreign" foreign key ("crm_department_id") references "crm_department" ("id") on update cascade on delete cascade;`
    )

    this.addSql(
      `alter table if exists "crm_ticket" add constraint "crm_ticket_status_id_foreign" foreign key ("status_id") references "crm_ticket_status" ("id") on update cascade;`
    )
    this.addSql(
      `alter table if exists "crm_ticket" add constraint "crm_ticket_department_id_foreign" foreign key ("department_id") references "crm_department" ("id") on update cascade;`
    )
    this.addSql(
      `alter table if exists "crm_ticket" add constraint "crm_ticket_classification_id_foreign" foreign key ("classification_id") references "crm_classification" ("id") on update cascade on delete set null;`
    )

    this.addSql(
      `alter table if exists "crm_ticket_participant" add constraint "crm_ticket_participant_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`
    )

    this.addSql(
      `alter table if exists "crm_ticket_order" add constraint "crm_ticket_order_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`
    )

    this.addSql(
      `alter table if exists "crm_ticket_message" add constraint "crm_ticket_message_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`
    )

    this.addSql(
      `alter table if exists "crm_attachment" add constraint "crm_attachment_message_id_foreign" foreign key ("message_id") references "crm_ticket_message" ("id") on update cascade on delete cascade;`
    )

    this.addSql(
      `alter table if exists "crm_ticket_event" add constraint "crm_ticket_event_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "crm_classification_department" drop constraint if exists "crm_classification_department_crm_classification_id_foreign";`
    )

    this.addSql(
      `alter table if exists "crm_ticket" drop constraint if exists "crm_ticket_classification_id_foreign";`
    )

    this.addSql(
      `alter table if exists "crm_classification_department" drop constraint if exists "crm_classification_department_crm_department_id_foreign";`
    )

    this.addSql(
      `alter table if exists "crm_ticket" drop constraint if exists "crm_ticket_department_id_foreign";`
    )

    this.addSql(
      `alter table if exists "crm_ticket" drop constraint if exists "crm_ticket_status_id_foreign";`
    )

    this.addSql(
      `alter table if exists "crm_ticket_participant" drop constraint if exists "crm_ticket_participant_ticket_id_foreign";`
    )

    this.addSql(
      `alter table if exists "crm_ticket_order" drop constraint if exists "crm_ticket_order_ticket_id_foreign";`
    )

    this.addSql(
      `alter table if exists "crm_ticket_message" drop constraint if exists "crm_ticket_message_ticket_id_foreign";`
    )

    this.addSql(
      `alter table if exists "crm_ticket_event" drop constraint if exists "crm_ticket_event_ticket_id_foreign";`
    )

    this.addSql(
      `alter table if exists "crm_attachment" drop constraint if exists "crm_attachment_message_id_foreign";`
    )

    this.addSql(`drop table if exists "crm_classification" cascade;`)

    this.addSql(`drop table if exists "crm_department" cascade;`)

    this.addSql(`drop table if exists "crm_classification_department" cascade;`)

    this.addSql(`drop table if exists "crm_ticket_status" cascade;`)

    this.addSql(`drop table if exists "crm_ticket" cascade;`)

    this.addSql(`drop table if exists "crm_ticket_participant" cascade;`)

    this.addSql(`drop table if exists "crm_ticket_order" cascade;`)

    this.addSql(`drop table if exists "crm_ticket_message" cascade;`)

    this.addSql(`drop table if exists "crm_attachment" cascade;`)

    this.addSql(`drop table if exists "crm_ticket_event" cascade;`)
  }
}
