import type { ChangeEvent } from "react"
import type { InputProps } from "../fields/field-frame"
import { useSupport } from "../support-provider"
import type { Upload } from "./use-uploads"

type Props = {
  input: InputProps
  uploads: Upload[]
  onAdd(files: File[]): void
  onRemove(key: string): void
}

/** Files are uploaded as soon as they are chosen; how far each is can be seen and heard. */
export function FilePicker({ input, uploads, onAdd, onRemove }: Props) {
  const add = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    onAdd([...(currentTarget.files ?? [])])
    // Otherwise the same file could not be chosen again after it was removed.
    currentTarget.value = ""
  }
  return (
    <>
      {/* Never required to the browser: it is empty again once its files are uploaded. */}
      <input {...input} type="file" multiple className="crm-input" onChange={add} />
      <ul className="crm-uploads" role="list">
        {uploads.map((upload) => (
          <UploadLine key={upload.key} upload={upload} onRemove={onRemove} />
        ))}
      </ul>
      <UploadNews uploads={uploads} />
    </>
  )
}

function UploadLine({
  upload,
  onRemove,
}: {
  upload: Upload
  onRemove(key: string): void
}) {
  const { text } = useSupport()
  const { key, name, done, uploaded, failure } = upload
  const state = failure ? "failed" : uploaded ? "done" : "running"

  return (
    <li className="crm-upload" data-state={state}>
      <span className="crm-upload-name">{name}</span>
      {state === "running" && (
        <progress
          value={done}
          max={1}
          aria-label={text("files_uploading", { name, percent: Math.round(done * 100) })}
        />
      )}
      {failure && <span className="crm-error">{failure}</span>}
      <button
        type="button"
        className="crm-button crm-button-plain"
        aria-label={text("files_remove", { name })}
        onClick={() => onRemove(key)}
      >
        <span aria-hidden="true">×</span>
      </button>
    </li>
  )
}

/** Only beginnings and ends: a percentage that is read out at every step drowns all else. */
function UploadNews({ uploads }: { uploads: Upload[] }) {
  const { text } = useSupport()
  const news = uploads.flatMap(({ name, uploaded, failure }) => {
    if (failure) return [text("files_failed", { name, reason: failure })]
    return uploaded ? [text("files_uploaded", { name })] : []
  })
  return (
    <p className="crm-hidden" role="status">
      {news.at(-1) ?? ""}
    </p>
  )
}
