import { createHash } from "node:crypto"
import { existsSync, readFileSync, readdirSync } from "node:fs"
import path from "node:path"

export type Mailbox = { name: string | null; address: string | null }

export type CorpusCase = {
  id: string
  source: string
  kind: string
  eml_path?: string
  body_path?: string
  html?: string
  subject_line?: string
  expect: Expectation
  input_type: string
  policy?: { strip_signature: boolean | "either" } | null
  debatable?: boolean | string
  debatable_fields?: string[]
}

export type Expectation = {
  reply_text?: string | null
  reply_accept?: string[]
  reply_text_nows?: string
  reply_match?: string[]
  reply_not_match?: string[]
  reply_contains?: string[]
  reply_not_contains?: string[]
  reply_starts_with?: string
  signature?: string
  is_forward?: boolean
  forward?: {
    subject: string | null
    from_: Mailbox | null
    to?: Mailbox[]
    cc?: Mailbox[]
    body: string | null
  }
  subject?: string
  from_email?: string
  from_name?: string
  to?: string[]
  message_id?: string
  text_nows?: string
  body_ws?: string
  attachments?: [string, string][]
  attachment_sha?: string[]
  attachment_count?: number
  is_bounce?: boolean
  is_complaint?: boolean
  is_auto?: boolean
  bounce_recipient?: string | null
  bounce_recipients?: string[]
  bounce_status?: string[]
  hard_bounce?: boolean
  delivered?: boolean
  html_safe?: boolean
}

/** Cases nobody looks at: rules are written on the others, and both are scored. */
export function isHeldOut(id: string): boolean {
  return createHash("sha256").update(id).digest()[0] % 3 === 0
}

export class Corpus {
  readonly cases: CorpusCase[]

  constructor(private readonly folder: string) {
    this.cases = readdirSync(folder)
      .sort()
      .map((source) => path.join(folder, source, "cases.jsonl"))
      .filter((file) => existsSync(file))
      .flatMap((file) => readFileSync(file, "utf8").trim().split("\n"))
      .map((line): CorpusCase => JSON.parse(line))
      .filter(({ kind, debatable }) => !kind.endsWith("-unlabelled") && !debatable)
  }

  of(...kinds: string[]): CorpusCase[] {
    return this.cases.filter(({ kind }) => kinds.includes(kind))
  }

  raw({ eml_path, body_path }: CorpusCase): Buffer {
    return readFileSync(path.join(this.folder, eml_path ?? body_path ?? ""))
  }
}
