import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQuery } from "@tanstack/react-query"
import { Crumb } from "../../../components/crumb"
import { Desk } from "../../../components/desk"
import { useEdited } from "../../../components/use-edited"
import { savedReplyQueries } from "../../../queries/saved-replies"
import { SavedRepliesSection } from "./saved-replies-section"
import { SavedReplyDrawer } from "./saved-reply-drawer"

const SavedRepliesPage = () => {
  const { data: replies = [] } = useQuery(savedReplyQueries.all)
  const edited = useEdited()
  const reply = replies.find(({ id }) => id === edited.id)

  return (
    <Desk>
      <SavedRepliesSection onCreate={edited.create} onEdit={edited.edit} />
      {(edited.isNew || reply) && (
        <SavedReplyDrawer key={reply?.id ?? "new"} reply={reply} onClose={edited.close} />
      )}
    </Desk>
  )
}

export const config = defineRouteConfig({
  label: "menu.savedReplies",
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="savedReplies" /> }

export default SavedRepliesPage
