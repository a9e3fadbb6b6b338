import {
  contentIdOf,
  inlineImagesIn,
} from "../../../modules/helpdesk/domain/inline-images"
import { attachmentPath, fetchFile } from "../../lib/download"
import type { Tiptap } from "./load-tiptap"

/**
 * A picture inside the text. In the HTML it stands as the mail will show it, `cid:<id>@inline`; on the
 * page its bytes are fetched, since a browser knows no `cid:`.
 */
export const inlineImage = ({ Node, mergeAttributes }: Tiptap) =>
  Node.create({
    name: "inlineImage",
    group: "inline",
    inline: true,
    draggable: true,

    addAttributes: () => ({
      attachmentId: { default: null, rendered: false },
      alt: { default: "" },
    }),

    parseHTML: () => [
      {
        tag: "img[src^='cid:']",
        getAttrs: (element) => {
          const [attachmentId] = inlineImagesIn(element.outerHTML)
          return attachmentId ? { attachmentId } : false
        },
      },
    ],

    renderHTML: ({ node, HTMLAttributes }) => [
      "img",
      mergeAttributes(HTMLAttributes, {
        src: `cid:${contentIdOf(node.attrs.attachmentId)}`,
      }),
    ],

    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement("img")
        let address = ""

        dom.alt = node.attrs.alt
        dom.className = "inline-block max-h-80 max-w-full rounded"
        fetchFile(attachmentPath(node.attrs.attachmentId))
          .then((file) => {
            address = URL.createObjectURL(file)
            dom.src = address
          })
          .catch(() => {
            // The name stays readable where the picture is gone.
            dom.alt = node.attrs.alt || node.attrs.attachmentId
          })

        return { dom, destroy: () => URL.revokeObjectURL(address) }
      },
  })
