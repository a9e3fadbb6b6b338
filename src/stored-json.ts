/**
 * JSON that PostgreSQL takes as `json` and `jsonb`. Text can hold what neither accepts, a NUL or
 * half of a surrogate pair, as when something was cut in the middle of an emoji; it becomes U+FFFD.
 * `JSON.stringify` writes both, and no other character, as `\u0000` and `\ud8..`-`\udf..`.
 */
export function toStoredJson(value: unknown): string {
  const json = JSON.stringify(value)

  return MAY_BE_REFUSED.test(json) ? json.replace(REFUSED, "$1\\ufffd") : json
}

const MAY_BE_REFUSED = /\\u(?:0000|d[89a-f])/
/** An even number of backslashes before it: `\\u0000` is text about an escape. */
const REFUSED = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g
