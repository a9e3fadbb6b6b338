/** A filter for columns that contain these words as they are: `%` and `_` are searched for, too. */
export const containing = (words: string) => ({
  $ilike: `%${words.replace(/[\\%_]/g, "\\$&")}%`,
})
