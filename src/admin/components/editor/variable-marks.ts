import type { Node } from "@tiptap/pm/model"
import type { Decoration, DecorationSet } from "@tiptap/pm/view"
import { placeholdersIn } from "../../../modules/helpdesk/domain/fill-text"
import { remarkOn, type KnownVariables } from "../../lib/variable-marks"
import type { Tiptap } from "./load-tiptap"

const LOOKS = {
  filled: "bg-ui-tag-blue-bg text-ui-tag-blue-text rounded px-0.5",
  unresolved:
    "bg-ui-tag-red-bg text-ui-tag-red-text rounded px-0.5 underline decoration-wavy",
}

/** Told to an editor when what its variables stand for has changed. */
export const VARIABLES_CHANGED = "variablesChanged"

/**
 * Shows every variable in the text, and which of them would hold the reply back (X-04 AC2).
 * @param known asked at each change: what variables stand for comes and changes while one writes
 */
export function variableMarks(
  { Extension, Plugin, PluginKey, Decoration: Marks, DecorationSet: Sets }: Tiptap,
  known: () => KnownVariables | undefined
) {
  const key = new PluginKey<DecorationSet>("variableMarks")
  const marksIn = (doc: Node): DecorationSet =>
    Sets.create(
      doc,
      placesIn(doc).map(({ from, to, placeholder }): Decoration => {
        const { state, title } = remarkOn(placeholder, known())

        return Marks.inline(from, to, { class: LOOKS[state], title })
      })
    )

  return Extension.create({
    name: "variableMarks",
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => marksIn(doc),
          apply: (transaction, marks) =>
            transaction.docChanged || transaction.getMeta(VARIABLES_CHANGED)
              ? marksIn(transaction.doc)
              : marks,
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ],
  })
}

/** Where placeholders stand in a document. */
function placesIn(doc: Node) {
  const places: {
    from: number
    to: number
    placeholder: ReturnType<typeof placeholdersIn>[number]
  }[] = []

  doc.descendants((block, at) => {
    if (!block.isTextblock) {
      return true
    }
    // A picture or a line break counts as one letter, as it does in positions.
    const text = block.textBetween(0, block.content.size, "", "\ufffc")
    let after = 0

    for (const placeholder of placeholdersIn(text)) {
      const start = text.indexOf(placeholder.source, after)

      after = start + placeholder.source.length
      places.push({ from: at + 1 + start, to: at + 1 + after, placeholder })
    }
    return false
  })
  return places
}
