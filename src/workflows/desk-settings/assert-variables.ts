import { MedusaError } from "@medusajs/framework/utils"
import { unknownIn } from "../../modules/helpdesk/domain/fill-text"
import { isVariable } from "../../modules/helpdesk/domain/variables"

/** @throws INVALID_DATA that names what is no variable, or no longer one */
export function assertKnownVariables(...texts: (string | null | undefined)[]): void {
  const unknown = [...new Set(texts.flatMap((text) => unknownIn(text ?? "", isVariable)))]

  if (unknown.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `There is no variable ${unknown
        .map((name) => `"${name}"`)
        .join(", ")}. Choose one from the list, or take it out`
    )
  }
}
