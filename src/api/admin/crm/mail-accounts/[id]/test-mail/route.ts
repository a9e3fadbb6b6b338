import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendTestMailWorkflow } from "../../../../../../workflows/mail-health/send-test-mail"
import type { TestMailResponse } from "../../../mail-health/contract"

/** Sends a mail from the account to itself. It opens no ticket when it arrives. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<TestMailResponse>
) => {
  const { result } = await sendTestMailWorkflow(req.scope).run({
    input: { account_id: req.params.id },
  })

  res.json({
    test_mail: {
      id: result.id,
      sent_at: new Date(result.sent_at).toISOString(),
      response: result.response,
    },
  })
}
