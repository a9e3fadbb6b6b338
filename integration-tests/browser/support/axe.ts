import fs from "node:fs"
import type { Page } from "playwright-core"

type Finding = { id: string; impact: string | null; nodes: { html: string }[] }
type Axe = { run(): Promise<{ violations: Finding[] }> }

const SOURCE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")
const COUNTS = ["serious", "critical"]

/** On every page that is opened from now on; a policy that forbids foreign scripts does not hold it up. */
export const bringAxe = (page: Page) => page.addInitScript(SOURCE)

/** What keeps people out of the page as it is now, in light and in dark colours. */
export async function barriersOf(page: Page): Promise<string[]> {
  const found: string[] = []

  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: Axe }
      return axe.run()
    })
    const serious = violations.filter(({ impact }) => COUNTS.includes(impact ?? ""))

    found.push(
      ...serious.map(
        ({ id, nodes }) =>
          `${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join()}`
      )
    )
  }
  return found
}
