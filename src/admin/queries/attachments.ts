import { queryOptions } from "@tanstack/react-query"
import { attachmentPath, fetchFile } from "../lib/download"

/** An attachment's bytes never change: fetched once. */
export const attachmentQuery = (id: string) =>
  queryOptions({
    queryKey: ["crm-desk", "attachments", id],
    queryFn: () => fetchFile(attachmentPath(id)),
    staleTime: Infinity,
  })
