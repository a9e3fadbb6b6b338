import { randomBytes } from "node:crypto"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createCustomerAccountWorkflow,
  generateResetPasswordTokenWorkflow,
} from "@medusajs/medusa/core-flows"

export const inviteCustomerWorkflowId = "crm-invite-customer"

export type InviteCustomerInput = {
  email: string
  first_name?: string
  last_name?: string
}

const PROVIDER = "emailpass"

/** A login whose password nobody knows: she sets her own, from the mail that reaches her. */
const createLoginStep = createStep(
  "create-login",
  async ({ email }: { email: string }, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    const { authIdentity, error } = await auth.register(PROVIDER, {
      body: { email, password: randomBytes(32).toString("base64url") },
    })

    if (!authIdentity) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `${email} cannot be invited: ${error ?? "the shop has no login by password"}. Assign a guest instead`
      )
    }
    return new StepResponse(authIdentity.id, authIdentity.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(Modules.AUTH).deleteAuthIdentities([id])
    }
  }
)

// A mail that left stays with her, and she may always ask for another one.
const sendInvitationStep = createStep(
  { name: "send-invitation", noCompensation: true },
  async ({ email }: { email: string }, { container }) => {
    const { projectConfig } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
    const { jwtSecret, jwtOptions } = projectConfig.http

    // Run by itself: its answer is a token, which has no business in our own records.
    await generateResetPasswordTokenWorkflow(container).run({
      input: {
        entityId: email,
        actorType: "customer",
        provider: PROVIDER,
        secret: jwtSecret ?? "",
        jwtOptions,
      },
    })
    return new StepResponse(undefined)
  }
)

/**
 * Makes a customer account and lets its owner set the password: by the mail that the shop sends for
 * `auth.password_reset`, as for every forgotten one (V-49).
 */
export const inviteCustomerWorkflow = createWorkflow(
  inviteCustomerWorkflowId,
  function (input: WorkflowData<InviteCustomerInput>) {
    const authIdentityId = createLoginStep(input)
    const customer = createCustomerAccountWorkflow.runAsStep({
      input: transform({ input, authIdentityId }, (made) => ({
        authIdentityId: made.authIdentityId,
        customerData: made.input,
      })),
    })

    sendInvitationStep({ email: input.email })

    return new WorkflowResponse(customer)
  }
)
