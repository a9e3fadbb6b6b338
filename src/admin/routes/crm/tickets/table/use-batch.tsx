import { createDataTableCommandHelper, toast, usePrompt } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { TicketListItem } from "../../../../../api/admin/crm/tickets/contract"
import type { BatchTickets } from "../../../../../api/admin/crm/tickets/contract-several"
import { useIsNarrow } from "../../../../components/use-is-narrow"
import { useDoneToast } from "../../../../components/use-undo"
import { messageOf } from "../../../../lib/server-error"
import { meQuery } from "../../../../queries/me"
import { useBatchTickets } from "../../../../queries/several-tickets"
import { BatchActions } from "./batch-actions"
import { BatchDrawer, type BatchChange } from "./batch-drawer"
import { BatchMerge } from "./batch-merge"

const helper = createDataTableCommandHelper()

/** Rows that are selected, and what can be done to all of them (V-112 to V-114). */
export function useBatch(tickets: TicketListItem[]) {
  const { t } = useTranslation("crmDesk")
  const prompt = usePrompt()
  const done = useDoneToast()
  const { data: me } = useQuery(meQuery)
  const [selection, setSelection] = useState<Record<string, boolean>>({})
  const [open, setOpen] = useState<BatchChange | "merge" | "actions" | null>(null)
  const isNarrow = useIsNarrow()
  const { mutate, isPending, error, reset } = useBatchTickets()
  const ids = Object.keys(selection).filter((id) => selection[id])

  const run = (body: BatchTickets) =>
    mutate(body, {
      onSuccess: ({ count, undo }) => {
        done(t("batch.done", { count }), undo)
        setSelection({})
        close()
      },
      // A drawer shows the refusal where the agent is looking.
      onError: (refusal) => open === null && toast.error(messageOf(refusal)),
    })
  const close = () => {
    setOpen(null)
    reset()
  }
  const deleteThem = async () => {
    const isSure = await prompt({
      title: t("batch.deleteTitle", { count: ids.length }),
      description: t("batch.deleteDescription"),
      confirmText: t("general.delete"),
      cancelText: t("general.cancel"),
      variant: "danger",
    })
    if (isSure) {
      run({ ids, action: "delete" })
    }
  }

  // Not the second letters of the admin's own shortcuts, which begin with G.
  const commands = [
    { label: t("batch.status"), shortcut: "s", action: () => setOpen("status") },
    { label: t("batch.move"), shortcut: "v", action: () => setOpen("move") },
    {
      label: t("batch.assignToMe"),
      shortcut: "w",
      action: () => me && run({ ids, action: "assign", assignee_id: me.user.id }),
    },
    {
      label: t("merge.submit"),
      shortcut: "e",
      action: () =>
        ids.length > 1 ? setOpen("merge") : void toast.info(t("batch.mergeNeedsTwo")),
    },
    { label: t("general.delete"), shortcut: "d", action: deleteThem },
  ]

  return {
    rowSelection: { state: selection, onRowSelectionChange: setSelection },
    // The bar does not wrap: where it has no room, one command leads to all of them.
    commands: isNarrow
      ? [
          helper.command({
            label: t("batch.actions"),
            shortcut: "a",
            action: () => setOpen("actions"),
          }),
        ]
      : commands.map(helper.command),
    dialog: (
      <>
        {(open === "status" || open === "move") && (
          <BatchDrawer
            change={open}
            count={ids.length}
            isSaving={isPending}
            error={error}
            onClose={close}
            onSave={(value) =>
              run(
                open === "move"
                  ? { ids, action: "move", department_id: value }
                  : { ids, action: "status", status: value }
              )
            }
          />
        )}
        {open === "actions" && (
          <BatchActions
            count={ids.length}
            actions={commands}
            onChosen={(action) => {
              close()
              action()
            }}
            onClose={close}
          />
        )}
        {open === "merge" && (
          <BatchMerge
            tickets={tickets.filter(({ id }) => ids.includes(id))}
            onClose={close}
            onMerged={() => setSelection({})}
          />
        )}
      </>
    ),
  }
}
