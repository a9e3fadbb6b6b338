import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125014856 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "crm_ticket_rating" drop constraint if exists "crm_ticket_rating_closing_event_id_unique";`
    )
    this.addSql(
      `alter table if exists "crm_proven_address" drop constraint if exists "crm_proven_address_customer_id_email_unique";`
    )
    this.addSql(
      `create table if not exists "crm_order_access" ("id" text not null, "order_number" integer null, "email" text not null, "locale" text null, "network" text not null, "order_id" text null, "looked_up_at" timestamptz null, "tries" integer not null default 0, "expires_at" timestamptz not null, "used_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_order_access_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_order_access_deleted_at" ON "crm_order_access" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_order_access_order_number_email_created_at" ON "crm_order_access" ("order_number", "email", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_order_access_network_created_at" ON "crm_order_access" ("network", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_order_access_created_at" ON "crm_order_access" ("created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_order_access_waiting" ON "crm_order_access" ("id") WHERE looked_up_at IS NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_proven_address" ("id" text not null, "customer_id" text not null, "email" text not null, "by" text check ("by" in ('ticket_link', 'order_code')) not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_proven_address_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_proven_address_deleted_at" ON "crm_proven_address" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_proven_address_customer_id_email_unique" ON "crm_proven_address" ("customer_id", "email") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "crm_ticket_rating" ("id" text not null, "ticket_id" text not null, "closing_event_id" text not null, "agent_id" text null, "email" text not null, "scale" text check ("scale" in ('three', 'five')) not null, "asked_at" timestamptz null, "value" integer null, "tone" text check ("tone" in ('bad', 'neutral', 'good')) null, "comment" text null, "answered_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_ticket_rating_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_rating_ticket_id" ON "crm_ticket_rating" ("ticket_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_rating_deleted_at" ON "crm_ticket_rating" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_ticket_rating_closing_event_id_unique" ON "crm_ticket_rating" ("closing_event_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_rating_ticket_id_answered_at" ON "crm_ticket_rating" ("ticket_id", "answered_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_rating_tone_ticket_id" ON "crm_ticket_rating" ("tone", "ticket_id") WHERE tone IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_rating_answered_at" ON "crm_ticket_rating" ("answered_at") WHERE answered_at IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_rating_asked_at" ON "crm_ticket_rating" ("asked_at") WHERE asked_at IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "crm_ticket_rating" add constraint "crm_ticket_rating_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`
    )

    this.addSql(
      `alter table if exists "crm_department" add column if not exists "rating_mode" text check ("rating_mode" in ('off', 'after_closing')) not null default 'off', add column if not exists "rating_delay_minutes" integer not null default 60, add column if not exists "rating_scale" text check ("rating_scale" in ('three', 'five')) not null default 'three', add column if not exists "rating_question" text null, add column if not exists "rating_since" timestamptz null;`
    )

    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_department_id_closed_at" ON "crm_ticket" ("department_id", "closed_at") WHERE closed_at IS NOT NULL AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "crm_order_access" cascade;`)

    this.addSql(`drop table if exists "crm_proven_address" cascade;`)

    this.addSql(`drop table if exists "crm_ticket_rating" cascade;`)

    this.addSql(
      `alter table if exists "crm_department" drop column if exists "rating_mode", drop column if exists "rating_delay_minutes", drop column if exists "rating_scale", drop column if exists "rating_question", drop column if exists "rating_since";`
    )

    this.addSql(`drop index if exists "IDX_crm_ticket_department_id_closed_at";`)
  }
}
