/**
 * Joins the lines of `format=flowed` text that were broken only to fit (RFC 3676). Quoted
 * lines stay as they are: programs break their depth, and a quote is cut off anyway.
 */
export function unflow(text: string, deleteSpace: boolean): string {
  const lines: string[] = []
  let open = false
  for (const stuffed of text.split("\n")) {
    const quoted = stuffed.startsWith(">")
    const line = !quoted && stuffed.startsWith(" ") ? stuffed.slice(1) : stuffed
    const flows = !quoted && line.endsWith(" ") && line !== "-- "
    const kept = flows && deleteSpace ? line.slice(0, -1) : line
    if (open && !quoted) {
      lines[lines.length - 1] += kept
    } else {
      lines.push(kept)
    }
    open = flows
  }
  return lines.join("\n")
}
