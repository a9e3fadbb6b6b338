import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261124222027 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "crm_ticket_message" drop constraint if exists "crm_ticket_message_delivery_state_check";`);

    this.addSql(`alter table if exists "crm_ticket_message" add column if not exists "sender_claim" text check ("sender_claim" in ('agent', 'own_account')) null, add column if not exists "reply_to" jsonb null, add column if not exists "delivery_failures" jsonb null;`);
    this.addSql(`alter table if exists "crm_ticket_message" add constraint "crm_ticket_message_delivery_state_check" check("delivery_state" in ('waiting', 'held', 'queued', 'sending', 'sent', 'failed', 'dead', 'cancelled', 'bounced'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "crm_ticket_message" drop constraint if exists "crm_ticket_message_delivery_state_check";`);

    this.addSql(`alter table if exists "crm_ticket_message" drop column if exists "sender_claim", drop column if exists "reply_to", drop column if exists "delivery_failures";`);

    this.addSql(`alter table if exists "crm_ticket_message" add constraint "crm_ticket_message_delivery_state_check" check("delivery_state" in ('waiting', 'held', 'queued', 'sending', 'sent', 'failed', 'dead', 'cancelled'));`);
  }

}
