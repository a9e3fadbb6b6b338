import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * `crm_mail_consent`: consents that were asked for at a provider and are not given yet. Without a
 * model, so that no query or event carries a state. A row lives a quarter of an hour.
 */
export class Migration20261124120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "crm_mail_consent" (
      "state_hash" text primary key,
      "user_id" text not null,
      "provider" text not null,
      "account_id" text references "crm_mail_account" ("id") on delete cascade,
      "draft" jsonb,
      "sealed_verifier" text not null,
      "redirect_uri" text not null,
      "expires_at" timestamptz not null
    );`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "crm_mail_consent" cascade;`)
  }
}
