import { defineSearchEntity } from "@medusajs/dashboard/lib"

/**
 * Ways to the desk in the admin's own search (⌘K). Without a `transform` the palette only offers the
 * pages and never asks the server for tickets: a shop without an index of ours would answer that with
 * an error for everything else that is searched.
 */
defineSearchEntity("crm_ticket", {
  groupLabel: (t) => t("menu.tickets", { ns: "crmDesk" }),
  shortcut: {
    keys: { Mac: ["G", "T"] },
    label: (t) => t("menu.tickets", { ns: "crmDesk" }),
    to: "/crm/tickets",
  },
})

defineSearchEntity("crm_new_ticket", {
  groupLabel: (t) => t("menu.newTicket", { ns: "crmDesk" }),
  shortcut: {
    keys: { Mac: ["G", "N"] },
    label: (t) => t("menu.newTicket", { ns: "crmDesk" }),
    to: "/crm/tickets/create",
  },
})
