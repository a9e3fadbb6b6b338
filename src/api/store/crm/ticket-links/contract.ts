export type TicketSessionResponse = {
  session: { token: string; expires_at: string; ticket_id: string }
}
