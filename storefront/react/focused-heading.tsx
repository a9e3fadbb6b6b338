import { useEffect, useRef } from "react"

/** The heading of what has just replaced something else: the focus must not be lost with that. */
export function FocusedHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 className="crm-title" tabIndex={-1} ref={heading}>
      {children}
    </h2>
  )
}
