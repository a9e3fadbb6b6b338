import { useSearchParams } from "react-router-dom"

const NEW = "new"

/** Which record a settings page edits. In the URL, so that other pages can link to the form. */
export function useEdited() {
  const [params, setParams] = useSearchParams()
  const edited = params.get("edit")
  const set = (value: string | null) =>
    setParams(
      (previous) => {
        const next = new URLSearchParams(previous)
        return value ? (next.set("edit", value), next) : (next.delete("edit"), next)
      },
      { replace: true }
    )

  return {
    isNew: edited === NEW,
    id: edited && edited !== NEW ? edited : null,
    create: () => set(NEW),
    edit: (id: string) => set(id),
    close: () => set(null),
  }
}
