import { Button } from "@medusajs/ui"
import { useState } from "react"
import { LinkedText } from "../../../../../components/linked-text"

/** History and signature: out of the way, never out of reach. */
export const Folded = ({ label, text }: { label: string; text: string }) => {
  const [isOpen, setIsOpen] = useState(false)

  return text.trim() ? (
    <div className="flex flex-col items-start gap-y-2">
      <Button
        size="small"
        type="button"
        variant="secondary"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        … {label}
      </Button>
      {isOpen && (
        <LinkedText
          text={text}
          className="text-ui-fg-subtle border-ui-border-strong max-h-96 w-full overflow-y-auto border-s-2 ps-3"
        />
      )}
    </div>
  ) : null
}
