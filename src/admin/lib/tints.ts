/** Quieter than the badge colour it is mixed from, and opaque: a pinned column covers what scrolls below. */
export const NOTE_TINT = "bg-[color-mix(in_srgb,var(--tag-orange-bg)_55%,var(--bg-base))]"

/** A table row takes no class: the tint hangs on a mark inside one of its cells. */
export const AWAITING_TINT =
  "[&_tr:has([data-awaiting=agent])>td]:bg-[color-mix(in_srgb,var(--tag-orange-bg)_55%,var(--bg-base))] [&_tr:has([data-awaiting=agent]):hover>td]:bg-[color-mix(in_srgb,var(--tag-orange-bg)_80%,var(--bg-base))]"
