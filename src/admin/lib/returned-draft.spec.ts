import type { DraftAnswer } from "../../api/admin/crm/tickets/contract"
import { onReturnedDraft, returnDraft } from "./returned-draft"

const draft: DraftAnswer = {
  body_text: "Hello",
  body_html: null,
  cc: [],
  bcc: [],
  attachments: [],
  status_after: "closed",
}

describe("the text of a reply that was taken back", () => {
  it("comes to the composer that is open", () => {
    const got: DraftAnswer[] = []
    const end = onReturnedDraft("tick_1", (text) => got.push(text))
    returnDraft("tick_1", draft)
    end()

    expect(got).toEqual([draft])
  })

  it("waits for its composer, and comes once", () => {
    const got: DraftAnswer[] = []
    returnDraft("tick_2", draft)
    onReturnedDraft("tick_1", (text) => got.push(text))()
    expect(got).toEqual([])
    onReturnedDraft("tick_2", (text) => got.push(text))()
    onReturnedDraft("tick_2", (text) => got.push(text))()

    expect(got).toEqual([draft])
  })
})
