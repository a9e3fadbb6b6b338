/**
 * The editor library, fetched when somebody writes: it is the heaviest part of the page. Only packages
 * are split off. A module of ours that is loaded later would move the plugin's code into a file that
 * the host's Tailwind does not read, and its styles would be missing.
 */
export async function loadTiptap() {
  const [react, { StarterKit }, { Extension, mergeAttributes, Node }, state, view] =
    await Promise.all([
      import("@tiptap/react"),
      import("@tiptap/starter-kit"),
      import("@tiptap/core"),
      import("@tiptap/pm/state"),
      import("@tiptap/pm/view"),
    ])

  return {
    EditorContent: react.EditorContent,
    useEditor: react.useEditor,
    useEditorState: react.useEditorState,
    StarterKit,
    Extension,
    mergeAttributes,
    Node,
    Plugin: state.Plugin,
    PluginKey: state.PluginKey,
    Decoration: view.Decoration,
    DecorationSet: view.DecorationSet,
  }
}

export type Tiptap = Awaited<ReturnType<typeof loadTiptap>>
