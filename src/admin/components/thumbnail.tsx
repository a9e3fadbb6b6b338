import { Photo } from "@medusajs/icons"

/** A small picture of a product, or its place. */
export const Thumbnail = ({ src }: { src: string | null }) => (
  <div className="bg-ui-bg-component flex size-8 shrink-0 items-center justify-center overflow-hidden rounded">
    {src ? (
      <img src={src} alt="" loading="lazy" className="size-full object-cover" />
    ) : (
      <Photo className="text-ui-fg-muted" />
    )}
  </div>
)
