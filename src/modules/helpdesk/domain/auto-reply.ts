/** What an automatic answer may say. Nothing of the sender's own words, or it becomes a relay (A4). */
export type AutoReplyFacts = { ticket_number: number; department: string }

/**
 * Fills a merchant's text for an automatic answer. `{{ticket.number}}` and `{{department.name}}` are
 * all there is; everything else stays as it was written.
 */
export const fillAutoReply = (template: string, facts: AutoReplyFacts) =>
  template.replace(/\{\{\s*([a-z_.]+)\s*\}\}/g, (placeholder, name: string) => {
    switch (name) {
      case "ticket.number":
        return String(facts.ticket_number)
      case "department.name":
        return facts.department
      default:
        return placeholder
    }
  })
