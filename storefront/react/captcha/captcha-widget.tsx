import { useEffect, useRef } from "react"
import type { CaptchaQuestion } from "../../client/types"
import { useSupport } from "../support-provider"

type Question = Exclude<CaptchaQuestion, { provider: "altcha" }>

/** The three have one interface. */
type Provider = {
  ready?(then: () => void): void
  render(
    place: HTMLElement,
    options: {
      sitekey: string
      callback(answer: string): void
      "expired-callback"(): void
    }
  ): unknown
}

declare global {
  interface Window {
    turnstile?: Provider
    hcaptcha?: Provider
    grecaptcha?: Provider
  }
}

const PROVIDERS = {
  turnstile: {
    script: "https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit",
    provider: () => window.turnstile,
  },
  hcaptcha: {
    script: "https://js.hcaptcha.com/1/api.js?render=explicit",
    provider: () => window.hcaptcha,
  },
  recaptcha: {
    script: "https://www.google.com/recaptcha/api.js?render=explicit",
    provider: () => window.grecaptcha,
  },
}

/** The widget of a provider that the merchant has chosen; loads that provider's script. */
export function CaptchaWidget({
  question,
  onAnswer,
}: {
  question: Question
  onAnswer(answer: string | null): void
}) {
  const { text } = useSupport()
  const place = useRef<HTMLDivElement>(null)
  const told = useRef(onAnswer)
  told.current = onAnswer
  const { provider, site_key } = question

  useEffect(() => {
    let isLeft = false
    void providerOf(provider).then((found) => {
      if (isLeft || !found || !place.current) return
      found.render(place.current, {
        sitekey: site_key,
        callback: (answer) => told.current(answer),
        "expired-callback": () => told.current(null),
      })
    })
    return () => {
      isLeft = true
    }
  }, [provider, site_key])

  return (
    <div
      className="crm-captcha"
      role="group"
      aria-label={text("captcha_label")}
      ref={place}
    />
  )
}

async function providerOf(name: Question["provider"]) {
  const { script, provider } = PROVIDERS[name]
  if (!provider()) await load(script)
  const found = provider()
  await new Promise<void>((resolve) => (found?.ready ? found.ready(resolve) : resolve()))
  return found
}

const loading = new Map<string, Promise<void>>()

/** Once for all forms of a page. Blocked by the page or the shopper, there is no widget. */
function load(src: string): Promise<void> {
  const before = loading.get(src)
  if (before) return before
  const script = document.createElement("script")
  const loaded = new Promise<void>((resolve) => {
    script.addEventListener("load", () => resolve())
    script.addEventListener("error", () => resolve())
  })
  script.src = src
  script.async = true
  loading.set(src, loaded)
  document.head.append(script)
  return loaded
}
