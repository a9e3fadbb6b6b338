import { Extension } from "@tiptap/core"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"
import type { Node } from "@tiptap/pm/model"
import { placeholdersIn } from "../../../modules/helpdesk/domain/fill-text"
import { remarkOn, type KnownVariables } from "../../lib/variable-marks"

const key = new PluginKey<DecorationSet>("variableMarks")
const LOOKS = {
  filled: "bg-ui-tag-blue-bg text-ui-tag-blue-text rounded px-0.5",
  unresolved:
    "bg-ui-tag-red-bg text-ui-tag-red-text rounded px-0.5 underline decoration-wavy",
}

/** Shows every variable in the text, and which of them would hold the reply back (X-04 AC2). */
export const VariableMarks = Extension.create<
  { known: { current: KnownVariables | undefined } },
  object
>({
  name: "variableMarks",

  addOptions: () => ({ known: { current: undefined } }),

  addProseMirrorPlugins() {
    const { known } = this.options

    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => marksIn(doc, known.current),
          apply: (transaction, marks) =>
            transaction.docChanged || transaction.getMeta(key)
              ? marksIn(transaction.doc, known.current)
              : marks,
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ]
  },
})

export const variablesChanged = key

function marksIn(doc: Node, known: KnownVariables | undefined): DecorationSet {
  const marks: Decoration[] = []

  doc.descendants((block, at) => {
    if (!block.isTextblock) {
      return true
    }
    // A picture or a line break counts as one letter, as it does in positions.
    const text = block.textBetween(0, block.content.size, "", "\ufffc")
    let from = 0

    for (const placeholder of placeholdersIn(text)) {
      const start = text.indexOf(placeholder.source, from)
      const { state, title } = remarkOn(placeholder, known)

      from = start + placeholder.source.length
      marks.push(
        Decoration.inline(at + 1 + start, at + 1 + from, { class: LOOKS[state], title })
      )
    }
    return false
  })
  return DecorationSet.create(doc, marks)
}
