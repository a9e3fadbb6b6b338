import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import drainOutbox from "../../src/jobs/drain-outbox"
import pollMailAccounts from "../../src/jobs/poll-mail-accounts"
import { MAIL_MODULE } from "../../src/modules/mail"
import { anAgent, refusalOf, type Agent } from "./support/admin"

// Read by medusa-config.ts, which is loaded before the runner's own `env` applies.
process.env.CRM_ENABLED = "false"
process.env.CRM_ENCRYPTION_KEY = ""

medusaIntegrationTestRunner({
  dbName: "crm_http_switched_off",
  inApp: true,
  testSuite: ({
    api,
    getContainer,
  }: {
    api: AxiosInstance
    getContainer: () => MedusaContainer
  }) => {
    let ada: Agent

    beforeAll(async () => {
      ada = await anAgent(api, getContainer(), {
        email: "ada@shop.test",
        first_name: "Ada",
        last_name: "Agent",
      })
    })

    describe("a desk that is switched off (D-01, D-07)", () => {
      it.each([
        "tickets",
        "tickets/tick_1",
        "departments",
        "mail-accounts",
        "inbound-mails/x/raw",
      ])("answers /admin/crm/%s as if it were not there", async (path) => {
        const refusal = await refusalOf(api.get(`/admin/crm/${path}`, ada.headers))

        expect(refusal.status).toBe(404)
        expect(refusal.message).toMatch(/switched off\. Set the plugin option `enabled`/)
      })

      it("says so on its summary, which its pages ask for", async () => {
        const { data } = await api.get("/admin/crm/summary", ada.headers)

        expect(data.enabled).toBe(false)
      })

      it("fetches and sends nothing", async () => {
        const mail = getContainer().resolve(MAIL_MODULE)
        const due = jest.spyOn(mail, "accountsDue")
        const send = jest.spyOn(mail, "sendDueMails")

        await pollMailAccounts(getContainer())
        await drainOutbox(getContainer())

        expect(due).not.toHaveBeenCalled()
        expect(send).not.toHaveBeenCalled()
      })

      it("leaves the rest of the shop alone", async () => {
        expect((await api.get("/admin/orders", ada.headers)).status).toBe(200)
      })
    })
  },
})
