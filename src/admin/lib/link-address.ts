/** What was typed as an address, as a link; null for what no mail program follows. */
export function linkAddress(typed: string): string | null {
  const address = typed.trim()

  if (/^(?:https?:\/\/|mailto:|tel:)\S+$/i.test(address)) {
    return address
  }
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(address)) {
    return `mailto:${address}`
  }
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?$/u.test(address)
    ? `https://${address}`
    : null
}
