import type { DueNotice } from "../../modules/helpdesk/records/notices"
import { noticesFor } from "./notice-notifications"

const agents = new Map(
  ["Ada", "Bo"].map((name) => [
    `user_${name}`,
    { id: `user_${name}`, name, email: `${name}@shop.test` },
  ])
)
const notice: DueNotice = {
  id: "notice_1",
  user_id: "user_Ada",
  actor_id: "user_Bo",
  kind: "mentioned",
  ticket_id: "tick_1",
  number: 1000001,
  subject: "Cups & <b>saucers</b>",
  due_at: null,
  mail: "all",
  attempts: 1,
}

describe("a notice", () => {
  it("rings the bell of its agent, and is told once under its key", () => {
    expect(noticesFor(notice, agents, false)).toEqual([
      expect.objectContaining({
        to: "user_Ada",
        channel: "feed",
        idempotency_key: "crm-notice:notice_1:feed",
        resource_id: "tick_1",
        data: expect.objectContaining({
          title: "Bo mentioned you on #1000001",
          description: "Cups & <b>saucers</b>",
        }),
      }),
    ])
  })

  it("goes by mail too where the shop can and the agent wants it", () => {
    const [, mail] = noticesFor(notice, agents, true)

    expect(mail).toMatchObject({
      to: "Ada@shop.test",
      channel: "email",
      idempotency_key: "crm-notice:notice_1:email",
      content: {
        subject: "Bo mentioned you on #1000001",
        html: expect.stringContaining("Cups &amp; &lt;b&gt;saucers"),
      },
    })
  })

  it("does not go by mail to an agent who wants none", () => {
    expect(noticesFor({ ...notice, mail: "none" }, agents, true)).toHaveLength(1)
  })

  it("that is one of the desk's own mails is not mailed by the provider as well", () => {
    expect(noticesFor({ ...notice, kind: "assigned" }, agents, true)).toHaveLength(1)
  })

  it("for an agent who has left goes nowhere", () => {
    expect(noticesFor({ ...notice, user_id: "user_gone" }, agents, true)).toEqual([])
  })
})
