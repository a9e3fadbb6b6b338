import {
  validateAndTransformBody,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import {
  CreateNote,
  CreateReply,
  CreateTicket,
  GetTicket,
  LinkOrder,
  ListTickets,
  UpdateTicket,
} from "./contract"
import { SaveDraft } from "./[id]/draft/contract"
import { GetVariables } from "./[id]/variables/contract"
import {
  AssignCustomer,
  ChangeScheduledReply,
  InformAgents,
  Presence,
  SetPrivacy,
  SnoozeTicket,
  WatchTicket,
} from "./[id]/contract"
import { LinkProduct } from "./contract-products"
import {
  BatchTickets,
  MergeTickets,
  RelateTicket,
  SplitTicket,
  UnmergeTicket,
} from "./contract-several"

/** A reply is long when somebody pastes a table into it; Medusa's own limit is 100 kB. */
const BODY_LIMIT = "5mb"

const takes = (
  path: string,
  schema: Parameters<typeof validateAndTransformBody>[0]
): MiddlewareRoute => ({
  matcher: `/admin/crm/tickets${path}`,
  methods: ["POST"],
  bodyParser: { sizeLimit: BODY_LIMIT },
  middlewares: [validateAndTransformBody(schema)],
})

export const ticketMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/tickets",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListTickets, { isList: true })],
  },
  {
    matcher: "/admin/crm/tickets/:id",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(GetTicket, {})],
  },
  {
    matcher: "/admin/crm/tickets/:id/variables",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(GetVariables, {})],
  },
  takes("", CreateTicket),
  takes("/:id", UpdateTicket),
  takes("/:id/replies", CreateReply),
  takes("/:id/notes", CreateNote),
  takes("/:id/draft", SaveDraft),
  takes("/:id/customer", AssignCustomer),
  takes("/:id/orders", LinkOrder),
  takes("/:id/watch", WatchTicket),
  takes("/:id/inform", InformAgents),
  takes("/:id/snooze", SnoozeTicket),
  takes("/:id/presence", Presence),
  takes("/:id/scheduled-replies/:message_id", ChangeScheduledReply),
  takes("/:id/messages/:message_id/privacy", SetPrivacy),
  takes("/batch", BatchTickets),
  takes("/:id/merge", MergeTickets),
  takes("/:id/unmerge", UnmergeTicket),
  takes("/:id/split", SplitTicket),
  takes("/:id/relations", RelateTicket),
  takes("/:id/products", LinkProduct),
]
