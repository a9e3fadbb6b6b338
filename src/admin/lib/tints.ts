/** Quieter than the badge colour it is mixed from, and opaque: a pinned column covers what scrolls below. */
export const NOTE_TINT = "bg-[color-mix(in_srgb,var(--tag-orange-bg)_55%,var(--bg-base))]"

/** A table row takes no class: tint and edge hang on a mark inside one of its cells. */
export const AWAITING_TINT =
  "[&_tr:has([data-awaiting=agent])>td]:bg-[color-mix(in_srgb,var(--tag-orange-bg)_55%,var(--bg-base))] [&_tr:has([data-awaiting=agent]):hover>td]:bg-[color-mix(in_srgb,var(--tag-orange-bg)_90%,var(--bg-base))] [&_tr:has([data-awaiting=agent])>td:first-child]:shadow-[inset_3px_0_0_var(--tag-orange-icon)]"

/** The subject takes what the other columns leave, and never less than it can be read in. */
export const TICKET_COLUMNS =
  "[&_td]:pr-4 [&_th]:pr-4 [&_td:has([data-subject])]:w-full [&_td:has([data-subject])]:min-w-56 [&_td:has([data-subject])]:max-w-0"
