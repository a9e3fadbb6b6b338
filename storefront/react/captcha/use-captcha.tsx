import { useCallback, useRef, useState } from "react"
import type { Form } from "../../client/types"
import { useSupport } from "../support-provider"
import { CaptchaWidget } from "./captcha-widget"

type Solved = { answer: string; expires_at: number | null }

/** An answer that would run out on its way counts as run out. */
const MARGIN_MS = 10_000

/**
 * The form's question against robots. ALTCHA's is worked on as soon as the form is touched, without
 * the shopper; the others' widgets load a script of theirs and ask her.
 */
export function useCaptcha({ captcha }: Form) {
  const { client, text } = useSupport()
  const solving = useRef<Promise<Solved> | null>(null)
  const given = useRef<string | null>(null)
  const [round, setRound] = useState(0)
  const url = captcha?.provider === "altcha" ? captcha.challenge_url : null

  const start = useCallback(() => {
    if (url && !solving.current) {
      solving.current = client.captcha.solve(url)
      // Its failure is told when the answer is needed.
      solving.current.catch(() => undefined)
    }
    return solving.current
  }, [client, url])

  const altcha = async () => {
    const first = await start()?.catch(() => null)
    if (first && !isOver(first)) return first.answer
    solving.current = null
    return (await start())?.answer
  }

  return {
    start,
    /** @throws CaptchaError while there is no answer */
    answer: async (): Promise<string | undefined> => {
      if (!captcha) return undefined
      const answer = url ? await altcha().catch(() => null) : given.current
      if (!answer) throw new CaptchaError(text("captcha_failed"))
      return answer
    },
    /** An answer counts once. */
    reset: () => {
      solving.current = null
      given.current = null
      setRound((before) => before + 1)
    },
    widget:
      captcha && captcha.provider !== "altcha" ? (
        <CaptchaWidget
          key={round}
          question={captcha}
          onAnswer={(answer) => (given.current = answer)}
        />
      ) : null,
  }
}

export class CaptchaError extends Error {}

const isOver = ({ expires_at }: Solved) =>
  expires_at !== null && Date.now() > expires_at - MARGIN_MS
