import { MedusaError } from "@medusajs/framework/utils"
import type { CrmDeskOptions } from "../../options"

export type HostedCaptcha = Extract<CrmDeskOptions["captcha"], { siteKey: string }>

const VERIFY_URLS: Record<HostedCaptcha["provider"], string> = {
  turnstile: "https://challenges.cloudflare.com/turnstile/v0/siteverify",
  hcaptcha: "https://api.hcaptcha.com/siteverify",
  recaptcha: "https://www.google.com/recaptcha/api/siteverify",
}

const PATIENCE_MS = 5000

/**
 * Asks the provider about an answer that its widget gave. All three take the same form and answer
 * `{ success }`; only reCAPTCHA v3 adds a score.
 * @throws when the provider cannot be reached or makes no sense: then nobody knows
 */
export async function askProvider(
  { provider, secretKey, siteKey, minScore, verifyUrl }: HostedCaptcha,
  answer: string
): Promise<boolean> {
  const response = await fetch(verifyUrl ?? VERIFY_URLS[provider], {
    method: "POST",
    body: new URLSearchParams({
      secret: secretKey,
      response: answer,
      ...(provider === "hcaptcha" ? { sitekey: siteKey } : {}),
    }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (!response.ok) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `${provider} answered ${response.status}`
    )
  }
  const verdict: unknown = await response.json()

  return isPassed(verdict, provider === "recaptcha" ? minScore : 0)
}

const isPassed = (verdict: unknown, minScore: number): boolean =>
  typeof verdict === "object" &&
  verdict !== null &&
  "success" in verdict &&
  verdict.success === true &&
  (!("score" in verdict) ||
    typeof verdict.score !== "number" ||
    verdict.score >= minScore)
