import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261124224030 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "crm_ticket_product" drop constraint if exists "crm_ticket_product_ticket_id_reference_unique";`);
    this.addSql(`alter table if exists "crm_ticket_relation" drop constraint if exists "crm_ticket_relation_ticket_id_other_id_unique";`);
    this.addSql(`alter table if exists "crm_ticket_merge" drop constraint if exists "crm_ticket_merge_merged_id_unique";`);
    this.addSql(`alter table if exists "crm_shared_address" drop constraint if exists "crm_shared_address_email_unique";`);
    this.addSql(`create table if not exists "crm_customer_note" ("id" text not null, "customer_id" text null, "email" text null, "body_text" text not null, "author_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_customer_note_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_customer_note_deleted_at" ON "crm_customer_note" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_customer_note_customer_id" ON "crm_customer_note" ("customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_customer_note_email" ON "crm_customer_note" ("email") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "crm_shared_address" ("id" text not null, "email" text not null, "marked_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "crm_shared_address_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_shared_address_deleted_at" ON "crm_shared_address" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_crm_shared_address_email_unique" ON "crm_shared_address" ("email") WHERE deleted_at IS NULL;`);

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

    this.addSql(`alter table if exists "crm_ticket_product" add constraint "crm_ticket_product_ticket_id_foreign" foreign key ("ticket_id") references "crm_ticket" ("id") on update cascade on delete cascade;`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_crm_ticket_merged_into_id" ON "crm_ticket" ("merged_into_id") WHERE merged_into_id IS NOT NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "crm_customer_note" cascade;`);

    this.addSql(`drop table if exists "crm_shared_address" cascade;`);

    this.addSql(`drop table if exists "crm_ticket_merge" cascade;`);

    this.addSql(`drop table if exists "crm_ticket_relation" cascade;`);

    this.addSql(`drop table if exists "crm_ticket_product" cascade;`);

    this.addSql(`drop index if exists "IDX_crm_ticket_merged_into_id";`);
  }

}
