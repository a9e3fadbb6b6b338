import { Link } from "react-router-dom"
import { inboundPath } from "../../../../lib/mail-links"

/** Another mail of the ledger. */
export const OtherMail = ({ id }: { id: string }) => (
  <Link
    to={inboundPath({ mail: id })}
    className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
  >
    {id}
  </Link>
)
