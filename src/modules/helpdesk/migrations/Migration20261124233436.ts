import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261124233436 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "crm_team" drop constraint if exists "crm_team_name_unique";`);
    this.addSql(`alter table if exists "crm_mail_template" drop constraint if exists "crm_mail_template_key_unique";`);
    this.addSql(`alter table if exists "crm_draft" drop constraint if exists "crm_draft_ticket_id_user_id_unique";`);
    this.addSql(`alter table if exists "crm_agent" drop constraint if exists "crm_agent_user_id_unique";`);
    this.addSql(`create table if not exists "crm_agent" ("id" text not null, "user_id" text not null, "notify_new_tickets" boolean not null default true, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_agent_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_agent_deleted_at" ON "crm_agent" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_agent_user_id_unique" ON "crm_agent" ("user_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_agent_department" ("crm_agent_id" text not null, "crm_department_id" text not null, constraint "crm_agent_department_pkey" primary key ("crm_agent_id", "crm_department_id"));`);

    this.addSql(`create table if not exists "crm_draft" ("id" text not null, "ticket_id" text not null, "user_id" text not null, "fields" jsonb not null, "ticket_then" jsonb not null, "revision" integer not null default 1, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_draft_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_draft_deleted_at" ON "crm_draft" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_draft_ticket_id_user_id_unique" ON "crm_draft" ("ticket_id", "user_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_draft_user_id_updated_at" ON "crm_draft" ("user_id", "updated_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_mail_template" ("id" text not null, "key" text not null, "subject" text not null, "body_text" text not null, "body_html" text null, "enabled" boolean not null default true, "include_details" boolean not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_mail_template_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_mail_template_deleted_at" ON "crm_mail_template" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_mail_template_key_unique" ON "crm_mail_template" ("key") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_saved_reply" ("id" text not null, "title" text not null, "scope" text check ("scope" in ('personal', 'team', 'department', 'everyone')) not null, "user_id" text null, "team_id" text null, "department_id" text null, "body_text" text not null, "body_html" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_saved_reply_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_saved_reply_deleted_at" ON "crm_saved_reply" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_saved_reply_scope_title" ON "crm_saved_reply" ("scope", "title") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_saved_reply_user_id" ON "crm_saved_reply" ("user_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_signature" ("id" text not null, "user_id" text not null, "title" text not null, "body_text" text not null, "body_html" text null, "is_default" boolean not null default false, "department_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_signature_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_signature_deleted_at" ON "crm_signature" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_signature_default" ON "crm_signature" ("user_id") WHERE is_default AND department_id IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_signature_department_default" ON "crm_signature" ("user_id", "department_id") WHERE is_default AND department_id IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_team" ("id" text not null, "name" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_team_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_team_deleted_at" ON "crm_team" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_team_name_unique" ON "crm_team" ("name") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_agent_team" ("crm_agent_id" text not null, "crm_team_id" text not null, constraint "crm_agent_team_pkey" primary key ("crm_agent_id", "crm_team_id"));`);

    this.addSql(`alter table if exists "crm_agent_department" add constraint "crm_agent_department_crm_agent_id_foreign" foreign key ("crm_agent_id") references "crm_agent" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table if exists "crm_agent_department" add constraint "crm_agent_department_crm_department_id_foreign" foreign key ("crm_department_id") references "crm_department" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "crm_agent_team" add constraint "crm_agent_team_crm_agent_id_foreign" foreign key ("crm_agent_id") references "crm_agent" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table if exists "crm_agent_team" add constraint "crm_agent_team_crm_team_id_foreign" foreign key ("crm_team_id") references "crm_team" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "crm_department" add column if not exists "plain_text_only" boolean not null default false;`);

    this.addSql(`alter table if exists "crm_ticket_message" add column if not exists "signature_html" text null;`);

    this.addSql(`alter table if exists "crm_attachment" add column if not exists "saved_reply_id" text null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_attachment_saved_reply_id" ON "crm_attachment" ("saved_reply_id") WHERE saved_reply_id IS NOT NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "crm_agent_department" drop constraint if exists "crm_agent_department_crm_agent_id_foreign";`);

    this.addSql(`alter table if exists "crm_agent_team" drop constraint if exists "crm_agent_team_crm_agent_id_foreign";`);

    this.addSql(`alter table if exists "crm_agent_team" drop constraint if exists "crm_agent_team_crm_team_id_foreign";`);

    this.addSql(`drop table if exists "crm_agent" cascade;`);

    this.addSql(`drop table if exists "crm_agent_department" cascade;`);

    this.addSql(`drop table if exists "crm_draft" cascade;`);

    this.addSql(`drop table if exists "crm_mail_template" cascade;`);

    this.addSql(`drop table if exists "crm_saved_reply" cascade;`);

    this.addSql(`drop table if exists "crm_signature" cascade;`);

    this.addSql(`drop table if exists "crm_team" cascade;`);

    this.addSql(`drop table if exists "crm_agent_team" cascade;`);

    this.addSql(`alter table if exists "crm_department" drop column if exists "plain_text_only";`);

    this.addSql(`alter table if exists "crm_ticket_message" drop column if exists "signature_html";`);

    this.addSql(`drop index if exists "IDX_crm_attachment_saved_reply_id";`);
    this.addSql(`alter table if exists "crm_attachment" drop column if exists "saved_reply_id";`);
  }

}
