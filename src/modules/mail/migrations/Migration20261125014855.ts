import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125014855 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "crm_outbound_mail" add column if not exists "secret" text null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "crm_outbound_mail" drop column if exists "secret";`
    )
  }
}
