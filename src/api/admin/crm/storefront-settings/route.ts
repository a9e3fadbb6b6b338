import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { setSupportGroupsWorkflow } from "../../../../workflows/desk-settings/support-groups"
import type {
  StorefrontSettings,
  StorefrontSettingsResponse,
  UpdateStorefrontSettings,
} from "./contract"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StorefrontSettingsResponse>
) => {
  res.json({ storefront_settings: await settingsOf(req.scope) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateStorefrontSettings>,
  res: MedusaResponse<StorefrontSettingsResponse>
) => {
  await setSupportGroupsWorkflow(req.scope).run({
    input: { group_ids: req.validatedBody.support_group_ids },
  })
  res.json({ storefront_settings: await settingsOf(req.scope) })
}

async function settingsOf(container: MedusaContainer): Promise<StorefrontSettings> {
  const helpdesk = container.resolve(HELPDESK_MODULE)
  const shared = await helpdesk.listCrmSupportGroups({}, { take: null })
  const { data: groups } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "customer_group",
      fields: ["id", "name"],
      filters: { id: shared.map(({ customer_group_id }) => customer_group_id) },
    })
  const { captcha, storefrontUrl, storeAttachments } = helpdesk.options

  return {
    support_groups: groups.map(({ id, name }) => ({ id, name: name ?? id })),
    captcha_provider: captcha.provider,
    storefront_url: storefrontUrl ?? null,
    attachments: {
      max_megabytes: storeAttachments.maxMegabytes,
      max_files: storeAttachments.maxFiles,
    },
  }
}
