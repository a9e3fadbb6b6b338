import { useEffect, useRef, type ReactNode } from "react"
import { Navigate, useLocation } from "react-router-dom"
import { useLanguage } from "../locale"
import { useShopper } from "../shopper"

type Props = { title: string; lead?: string; children?: ReactNode }

/** A page with its heading: the window is named after it, and on arrival it has the focus. */
export function Page({ title, lead, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { key } = useLocation()

  useEffect(() => {
    document.title = `${title} · Nordwind Outfitters`
  }, [title])
  // Not on the first page: nobody has come from anywhere.
  useEffect(() => {
    if (key !== "default") heading.current?.focus()
  }, [key])
  return (
    <div className="page">
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </div>
  )
}

/** A page for those who are logged in. */
export function OwnPage(props: Props) {
  const { customer } = useShopper()
  const { text } = useLanguage()

  if (customer === undefined) return <Page title={text("loading")} />
  return customer ? <Page {...props} /> : <Navigate to="/login" replace />
}

export function NotFoundPage() {
  const { text } = useLanguage()
  return <Page title={text("not_found")} />
}
