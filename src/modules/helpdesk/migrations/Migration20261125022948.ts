import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125022948 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "crm_contact_form" add column if not exists "default_locale" text not null default 'en';`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "crm_contact_form" drop column if exists "default_locale";`);
  }

}
