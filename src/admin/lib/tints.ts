/** Quieter than the badge colour it is mixed from, and opaque: a pinned column covers what scrolls below. */
export const NOTE_TINT = "bg-[color-mix(in_srgb,var(--tag-orange-bg)_55%,var(--bg-base))]"

/** A table row takes no class: tint and edge hang on a mark inside one of its cells. */
export const AWAITING_TINT = [
  "[&_tr:has([data-awaiting=agent])>td]:bg-[color-mix(in_srgb,var(--tag-orange-bg)_55%,var(--bg-base))]",
  "[&_tr:has([data-awaiting=agent]):hover>td]:bg-[color-mix(in_srgb,var(--tag-orange-bg)_90%,var(--bg-base))]",
  "dark:[&_tr:has([data-awaiting=agent])>td]:bg-[color-mix(in_srgb,var(--tag-orange-bg)_35%,var(--bg-base))]",
  "dark:[&_tr:has([data-awaiting=agent]):hover>td]:bg-[color-mix(in_srgb,var(--tag-orange-bg)_60%,var(--bg-base))]",
  "[&_tr:has([data-awaiting=agent])>td:first-child]:shadow-[inset_3px_0_0_var(--tag-orange-icon)]",
].join(" ")

/**
 * The subject takes what the other columns leave, and never less than it can be read in.
 * Important, because the table sets a width on every cell; and the arrow of a column that is
 * not sorted, seen under the pointer only, takes no room.
 */
export const TICKET_COLUMNS = [
  "[&_td]:pr-3 [&_th]:pr-3",
  "[&_td:has([data-subject])]:!w-full [&_td:has([data-subject])]:!min-w-52 [&_td:has([data-subject])]:!max-w-0",
  "[&_th_button.w-fit>svg.opacity-0]:-mr-[23px] [&_th_button.w-full>svg.opacity-0]:-ml-[23px]",
].join(" ")
