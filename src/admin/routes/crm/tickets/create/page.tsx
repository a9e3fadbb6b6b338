import { Crumb } from "../../../../components/crumb"
import { Desk } from "../../../../components/desk"
import { NewTicketForm } from "./new-ticket-form"

const NewTicketPage = () => (
  <Desk>
    <NewTicketForm />
  </Desk>
)

export const handle = { breadcrumb: () => <Crumb label="newTicket" /> }

export default NewTicketPage
