/** Events a shop may subscribe to. Each carries `{ id }` of the ticket and what its line says. */
export const TicketEvents = {
  /** `{ id, number, channel, message_id }` */
  CREATED: "crm_ticket.created",
  /** It came through a form of the storefront. `{ id, form_id, email, name, customer_id }` */
  FORM_SUBMITTED: "crm_ticket.form_submitted",
  /** An agent's answer is on its way, and cannot be taken back any more. `{ id, message_id }` */
  REPLIED: "crm_ticket.replied",
  /** `{ id, message_id, inbound_mail_id }`, the last null for an answer in the storefront */
  CUSTOMER_REPLIED: "crm_ticket.customer_replied",
  /** `{ id, message_id }` */
  NOTE_ADDED: "crm_ticket.note_added",
  /** `{ id, from, to }`, both categories */
  STATUS_CHANGED: "crm_ticket.status_changed",
  /** `{ id, from, to }`, both ids of users or null */
  ASSIGNED: "crm_ticket.assigned",
  /** `{ id, from, to }`, both ids of departments */
  MOVED: "crm_ticket.moved",
  /** Any other field. `{ id, changes: string[] }` */
  UPDATED: "crm_ticket.updated",
  /** `{ id, user_id }` */
  CLAIMED: "crm_ticket.claimed",
  /** `{ id }` */
  RELEASED: "crm_ticket.released",
  /** `{ id, order_id }` */
  ORDER_LINKED: "crm_ticket.order_linked",
  /** `{ id, order_id }` */
  ORDER_UNLINKED: "crm_ticket.order_unlinked",
  /** A mail of the ticket did not arrive. `{ id, message_id, state, error }`, `dead` or `bounced` */
  MAIL_FAILED: "crm_ticket.mail_failed",
  /** `{ id, follow_up_id }` */
  FOLLOW_UP_ADDED: "crm_ticket.follow_up_added",
  /** `{ id, follow_up_id }` */
  FOLLOW_UP_DONE: "crm_ticket.follow_up_done",
  /** An agent watches it, or no longer does. `{ id, user_id, watch, once? }` */
  WATCHED: "crm_ticket.watched",
  /** Colleagues got it for information. `{ id, user_ids }` */
  AGENTS_INFORMED: "crm_ticket.agents_informed",
  /** `{ id, until }` */
  SNOOZED: "crm_ticket.snoozed",
  /** Its time came, or an agent woke it. `{ id }` */
  WOKEN: "crm_ticket.woken",
  /** A reply waits for its time. `{ id, message_id, send_at }` */
  REPLY_SCHEDULED: "crm_ticket.reply_scheduled",
  /** Others went into it. `{ id, ticket_ids }`, the others */
  MERGED: "crm_ticket.merged",
  /** `{ id, ticket_id }`, the one that was taken out again */
  UNMERGED: "crm_ticket.unmerged",
  /** A message became a ticket of its own. `{ id, ticket_id, message_id }`, the new ticket */
  SPLIT: "crm_ticket.split",
  /** `{ id, ticket_id }` */
  RELATED: "crm_ticket.related",
  /** `{ id, ticket_id }` */
  UNRELATED: "crm_ticket.unrelated",
  /** `{ id, product_id, order_id }` */
  PRODUCT_LINKED: "crm_ticket.product_linked",
  /** `{ id }` */
  PRODUCT_UNLINKED: "crm_ticket.product_unlinked",
  /** A customer said how it was. `{ id, rating_id, value, tone, before, comment }` */
  RATED: "crm_ticket.rated",
  /** `{ id }` */
  DELETED: "crm_ticket.deleted",
  /** An action was taken back. `{ id, kind }`, e.g. `delete` or `merge` */
  UNDONE: "crm_ticket.undone",
} as const
